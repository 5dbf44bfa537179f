import type { DraftId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';
import type { NamedRecord, SaveFailure } from '../api.ts';

/** A person under protection whom a text may name: never who it is. */
export interface NamedPerson {
  /** Their record. */
  readonly record: RecordId;
  readonly codeName: string;
  readonly level: MarkingId;
}

/** `no-names`: not one word of two letters. `too-many-names`: more than a record may hold. */
export type WatchFailure = SaveFailure | 'no-names' | 'too-many-names';

export interface Watched {
  /** Combinations of words that are watched now. */
  readonly combinations: number;
  /** Records of this notebook that seem to name the person already. They are not written down anywhere. */
  readonly found: readonly NamedRecord[];
}

export interface CheckedRecords {
  readonly persons: readonly NamedPerson[];
  /** How many of the records were looked at: a long list is looked at in part. */
  readonly checked: number;
}

/**
 * Names of persons under protection that must stand nowhere. They are typed once; only slow marks of
 * them are kept, with the record (docs/decisions/0019).
 */
export interface ProtectionApi {
  /** Takes names, a line each, in all their spellings, and looks through the notebook for them; then they are forgotten. */
  watch(record: RecordId, names: readonly string[]): Promise<Result<Watched, WatchFailure>>;
  /** Takes every mark off the record. */
  unwatch(record: RecordId): Promise<Result<null, SaveFailure>>;
  /** Whom a draft may name, as far as it has been looked at; a `protection` event tells when that is another answer. */
  ofDraft(draft: DraftId): Promise<readonly NamedPerson[]>;
  /** Whom the texts of a value may name; the value as a form holds it, valid or not. Takes seconds for a long text that nobody has looked at yet. */
  check(kind: RecordKind, value: Readonly<Record<string, unknown>>): Promise<readonly NamedPerson[]>;
  /** The same for saved records, before they leave. */
  checkRecords(records: readonly RecordId[]): Promise<CheckedRecords>;
}
