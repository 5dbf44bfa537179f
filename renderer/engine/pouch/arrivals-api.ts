import type { QuarantineReason } from '../../../core/clearance/arrive.ts';
import type { CompartmentId, Instant, LetterHash, MarkingId, RecordId } from '../../../core/ids.ts';
import type { LegalHold } from '../../../core/persons/legal-hold.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';
import type { HistoryEntry } from '../api.ts';

/** Who sent something, as the directory knows them. */
export interface Sender {
  readonly name: string;
  readonly country: string;
  readonly institution: string;
}

/** A letter that came and is not part of the notebook yet. */
export interface QuarantinedRow {
  readonly letter: LetterHash;
  /** The group's short name. */
  readonly jwg: string;
  readonly level: MarkingId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly sender: Sender;
  readonly reasons: readonly QuarantineReason[];
  readonly arrived: Instant;
  /** Refused by somebody who may release it. It is kept and can still be accepted. */
  readonly rejected: boolean;
  /** Whether this person's word would lift at least one of the reasons. */
  readonly mayDecide: boolean;
}

export interface QuarantinedLetter extends QuarantinedRow {
  /** What it would write, change by change. */
  readonly entries: readonly HistoryEntry[];
}

/** Orders that would take so much out of a compartment that a person is asked first. */
export interface RemovalQuestion {
  readonly compartment: CompartmentId;
  readonly jwg: string;
  readonly level: MarkingId;
  readonly records: number;
  /** Records of the compartment that are here. */
  readonly of: number;
  readonly grounds: readonly string[];
}

/** What was taken out of this notebook by order; nothing of what it said. */
export interface RemovedRow {
  readonly order: string;
  readonly kind: 'erasure' | 'raised';
  readonly ground: string;
  readonly jwg: string;
  readonly level: MarkingId | null;
  readonly ordered: Instant;
  readonly done: Instant;
  /** Whether the organisation has this laptop's signed receipt. */
  readonly receipt: 'delivered' | 'owed';
}

/** An order of erasure that waits, because a legal hold stands on the record. */
export interface HeldBackRow {
  readonly order: string;
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly ground: string;
  readonly jwg: string;
  readonly level: MarkingId | null;
  readonly ordered: Instant;
  readonly hold: LegalHold;
  /** Whether the organisation has been told. */
  readonly receipt: 'delivered' | 'owed';
}

/** Compartments that were erased here by order. */
export interface ErasedRow {
  readonly order: string;
  readonly at: Instant;
  readonly records: number;
  readonly drafts: number;
  readonly receipt: 'delivered' | 'owed';
}

/** A record that somebody raised out of this laptop's sight. */
export interface RaisedRow {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly by: string;
  readonly at: Instant;
}

/** What numbers, links and heads of letters show. All that is here is kept. */
export interface ChainRow {
  readonly what: 'gap' | 'fork' | 'broken-link' | 'withheld' | 'beyond-cut-off';
  readonly jwg: string;
  readonly level: MarkingId;
  readonly sender: string;
  readonly from: number;
  readonly to: number;
  /** Whose laptop had seen what has not come; empty otherwise. */
  readonly seenBy: string;
}

/** Letters of members that came under a key that had turned already: taken, and told. */
export interface LateRow {
  readonly jwg: string;
  readonly level: MarkingId;
  readonly sender: string;
  readonly letters: number;
}

export interface Arrivals {
  readonly quarantine: readonly QuarantinedRow[];
  /** Groups in whose name nobody may verify, although the profile asks for it. */
  readonly withoutAdministrator: readonly string[];
  readonly removalsAsked: readonly RemovalQuestion[];
  readonly heldBack: readonly HeldBackRow[];
  readonly erased: readonly ErasedRow[];
  readonly removed: readonly RemovedRow[];
  readonly raised: readonly RaisedRow[];
  readonly chains: readonly ChainRow[];
  readonly late: readonly LateRow[];
}

export type VouchFailure = 'not-in-quarantine' | 'not-yours-to-decide' | 'no-key' | 'storage-full' | 'storage-failed' | 'vault-locked';

export interface ArrivalsApi {
  arrivals(): Promise<Arrivals>;
  /** One letter, opened in quarantine: it is read and not united with anything. That it was read is registered first. */
  quarantined(letter: LetterHash): Promise<Result<QuarantinedLetter, 'not-in-quarantine' | 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  /**
   * Says for oneself, signed, that letters are accepted or rejected. What is lifted by it becomes part of
   * the notebook at once; the word goes to the others with the next delivery. Waits for an exchange under way.
   */
  vouch(letters: readonly LetterHash[], says: 'accept' | 'reject'): Promise<Result<{ readonly released: number }, VouchFailure>>;
  /** The person has read what would go and lets the orders be carried out. */
  carryOutRemovals(compartment: CompartmentId): Promise<Result<{ readonly records: number }, 'nothing-asked' | 'storage-full' | 'storage-failed' | 'vault-locked'>>;
}
