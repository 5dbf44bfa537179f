import type { CompartmentId, DeviceId, LetterHash, MarkingId, ParcelId, RecordId } from '../ids.ts';
import type { Change } from '../ledger/change.ts';

/** The last letter that a device had seen of another device in this compartment. */
export interface SeenLetter {
  readonly number: number;
  readonly hash: LetterHash;
}

/**
 * Changes of one record, signed by the device that made them. Numbers run per device and
 * compartment from 1, each letter names the one before: a gap or a withheld letter shows, and two
 * letters with one number are a fork.
 */
export interface Letter {
  readonly v: 1;
  readonly compartment: CompartmentId;
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly device: DeviceId;
  readonly number: number;
  readonly previous: LetterHash | null;
  /** By device: what this one had received when it wrote. */
  readonly seen: Readonly<Record<DeviceId, SeenLetter>>;
  readonly changes: readonly Change[];
  /** Ed25519 over the letter's hash, base64url. */
  readonly signature: string;
}

/** The CouchDB document of a parcel: all that the server ever sees. */
export interface ParcelDocument {
  readonly _id: ParcelId;
  readonly v: 1;
  /** Number of the compartment key it is sealed with. */
  readonly epoch: number;
  /** CouchDB user name of whoever uploads; need not be who signed. */
  readonly uploader: string;
  /** 24 bytes, base64. */
  readonly nonce: string;
  /** XChaCha20-Poly1305 over the padded letters, base64. */
  readonly sealed: string;
}
