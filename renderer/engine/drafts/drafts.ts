import { mayWrite } from '../../../core/clearance/write.ts';
import { canonicalHash } from '../../../core/crypto/canonical.ts';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { DraftId, Instant, JwgId, RecordId } from '../../../core/ids.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Draft, DraftRow, DraftsApi, EngineEvent } from '../api.ts';
import type { Ledger } from '../notebook/ledger.ts';
import { titleOf } from '../notebook/title.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { Blind } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';

export interface DraftsParts {
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly ledger: Ledger;
  readonly now: () => Instant;
  readonly scheme: () => MarkingScheme;
  readonly ceiling: () => Marking;
  readonly emit: (event: EngineEvent) => void;
  /** Told of every text that was kept, and of every draft that is no more. */
  readonly kept?: (draft: Draft) => void;
  readonly gone?: (draft: DraftId) => void;
}

/**
 * What is being written: one sealed row each, replaced at every pause, outside the ledger. All of
 * them are held in memory, since Today lists them and few are open at a time.
 */
export class Drafts implements DraftsApi {
  private readonly parts: DraftsParts;
  private readonly kept = new Map<DraftId, Draft>();
  /** Drafts whose text has become a record, with the hash of what was last typed. */
  private readonly settled = new Map<DraftId, string>();
  private damaged = 0;

  constructor(parts: DraftsParts) {
    this.parts = parts;
  }

  get damagedRows(): number {
    return this.damaged;
  }

  async load(): Promise<void> {
    for (const row of await this.parts.database.allDrafts()) {
      const draft = this.parts.rows.openDraft(row);
      if (draft.ok) this.kept.set(draft.value.draft, draft.value);
      else this.damaged += 1;
    }
  }

  async list(): Promise<readonly DraftRow[]> {
    return [...this.kept.values()].sort((one, other) => other.savedAt - one.savedAt).map(rowOf);
  }

  async open(draft: DraftId): Promise<Draft | null> {
    return this.kept.get(draft) ?? null;
  }

  async newId(): Promise<DraftId> {
    return randomId<DraftId>();
  }

  async keep(typed: Omit<Draft, 'savedAt'>): ReturnType<DraftsApi['keep']> {
    if (!mayWrite(markingOf(this.parts.scheme(), typed.level), this.parts.ceiling())) return failed('above-ceiling');
    return this.parts.ledger.exclusively(async () => {
      const savedAt = this.parts.now();
      // A pause that ends after the save must not bring back as a draft what has just been saved.
      if (this.settled.get(typed.draft) === printOf(typed)) return ok({ savedAt });
      const draft: Draft = { ...typed, savedAt };
      const written = await this.parts.ledger.keepRows({ drafts: [this.parts.rows.sealDraft(draft)] });
      if (!written.ok) return written;
      this.kept.set(draft.draft, draft);
      this.settled.delete(draft.draft);
      this.parts.emit({ type: 'drafts' });
      this.parts.kept?.(draft);
      return ok({ savedAt });
    });
  }

  async discard(draft: DraftId): Promise<Result<null, 'storage-failed' | 'vault-locked'>> {
    const gone = await this.parts.ledger.exclusively(async () => {
      const written = await this.parts.ledger.keepRows({ draftsGone: [this.rowId(draft)] });
      if (written.ok) this.forget(draft);
      return written;
    });
    if (gone.ok) return gone;
    return failed(gone.failure.code === 'vault-locked' ? 'vault-locked' : 'storage-failed');
  }

  /** The row that goes when a save settles this draft. */
  rowId(draft: DraftId): Blind {
    return this.parts.rows.draftKey(draft);
  }

  /** After the transaction that made a record of it. */
  settle(draft: DraftId): void {
    const last = this.kept.get(draft);
    if (last !== undefined) this.settled.set(draft, printOf(last));
    this.forget(draft);
  }

  /** The draft of an edit to that record, the latest if there are several. */
  ofRecord(record: RecordId): DraftId | null {
    let latest: Draft | null = null;
    for (const draft of this.kept.values()) {
      if (draft.record === record && (latest === null || draft.savedAt > latest.savedAt)) latest = draft;
    }
    return latest?.draft ?? null;
  }

  /** Every draft, as it was typed last. */
  all(): readonly Draft[] {
    return [...this.kept.values()];
  }

  /** Every draft of an edit to that record. */
  allOf(record: RecordId): readonly DraftId[] {
    return [...this.kept.values()].filter((draft) => draft.record === record).map((draft) => draft.draft);
  }

  close(): void {
    this.kept.clear();
    this.settled.clear();
  }

  private forget(draft: DraftId): void {
    if (!this.kept.delete(draft)) return;
    this.parts.emit({ type: 'drafts' });
    this.parts.gone?.(draft);
  }
}

function rowOf(draft: Draft): DraftRow {
  const { draft: id, kind, record, level, savedAt, value } = draft;
  const { jwg } = value;
  return { draft: id, kind, record, jwg: typeof jwg === 'string' && jwg !== '' ? (jwg as JwgId) : null, title: titleOf(kind, value), level, savedAt };
}

/** Says whether two states of a draft are the same text. Through JSON first: forms hold `undefined`. */
function printOf(draft: Pick<Draft, 'value' | 'level' | 'record'>): string {
  return canonicalHash(JSON.parse(JSON.stringify([draft.record, draft.level, draft.value])));
}
