import type { ChangeHash, DeviceId, MarkingId, PersonId, RecordId } from '../ids.ts';
import type { RecordKind } from '../records/kinds.ts';

declare const hybridTimeBrand: unique symbol;
/**
 * Hybrid logical clock reading: `<milliseconds, 12 hex digits>-<counter, 4 hex digits>-<device>`.
 * Comparing two as strings compares them in time; no two are equal.
 */
export type HybridTime = string & { readonly [hybridTimeBrand]: true };

/** Plain JSON, the only thing that a field may hold. `null` means that the field is empty. */
export type FieldValue =
  | null
  | boolean
  | number
  | string
  | readonly FieldValue[]
  | { readonly [name: string]: FieldValue };

/** `title`, or `agenda.<item key>.title` for a keyed item of a list. */
export type FieldPath = string;

/**
 * What a change does. `edit` writes fields; `approve` and `finalise` name and sign a frontier;
 * `bin` and `restore` move the record into the bin and out of it; `raise` says, at the level that
 * the record had, that it goes on above it, and nothing else.
 */
export type Act = 'edit' | 'approve' | 'finalise' | 'bin' | 'restore' | 'raise';

/**
 * The signed statement of an approval (minutes) or a finalisation (notes): exactly the heads that
 * were read. The signature is Ed25519, by the device, over the statement in canonical form, so
 * that it can be checked on its own, outside the ledger (in an exported PDF, for instance).
 */
export interface Approval {
  readonly frontier: readonly ChangeHash[];
  readonly signature: string;
}

/** What a change's hash covers. Content is covered only through its commitment, so it can be erased. */
export interface ChangeHeader {
  readonly v: 1;
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly act: Act;
  readonly author: PersonId;
  readonly device: DeviceId;
  readonly time: HybridTime;
  /** Heads of the record as this device knew them, sorted; empty for the first change. */
  readonly parents: readonly ChangeHash[];
  readonly level: MarkingId;
  /** SHA-256 over the salt and the canonical content, hexadecimal. */
  readonly commitment: string;
  readonly approval?: Approval;
}

export interface ChangeContent {
  /** 128 random bits, base64url: without it a short content could be guessed from its commitment. */
  readonly salt: string;
  readonly fields: Readonly<Record<FieldPath, FieldValue>>;
}

/** One step of a record's history. `content` is `'erased'` when the order to forget it has come. */
export interface Change {
  readonly hash: ChangeHash;
  readonly header: ChangeHeader;
  readonly content: ChangeContent | 'erased';
}
