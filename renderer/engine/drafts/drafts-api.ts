import type { ChangeHash, DraftId, Instant, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';

/** What is being written, exactly as typed, valid or not: one sealed row, outside the ledger. */
export interface Draft {
  readonly draft: DraftId;
  readonly kind: RecordKind;
  readonly record: RecordId | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  /** The form's values as they are, not validated. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly savedAt: Instant;
}

export interface DraftRow {
  readonly draft: DraftId;
  readonly kind: RecordKind;
  readonly record: RecordId | null;
  /** The group that it would go to; `null` when it names none. */
  readonly jwg: JwgId | null;
  readonly title: string;
  readonly level: MarkingId;
  readonly savedAt: Instant;
}

export interface DraftsApi {
  list(): Promise<readonly DraftRow[]>;
  open(draft: DraftId): Promise<Draft | null>;
  /** Keeps what was typed. Resolves when it is durable. A level above the ceiling is refused. */
  keep(draft: Omit<Draft, 'savedAt'>): Promise<Result<{ readonly savedAt: Instant }, 'storage-full' | 'storage-failed' | 'vault-locked' | 'above-ceiling'>>;
  discard(draft: DraftId): Promise<Result<null, 'storage-failed' | 'vault-locked'>>;
  /** A new random id, so that the first keystroke can be kept at once. */
  newId(): Promise<DraftId>;
}
