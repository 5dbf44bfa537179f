import type { ExportPurpose, ExportReason } from '../../../core/clearance/export.ts';
import type { FileReference } from '../../../core/files/sealed-file.ts';
import type { MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import type { Result } from '../../../core/result.ts';
import type { DeliveryFailure } from '../api.ts';

export type TakeFailure = 'file-too-large' | 'unreadable' | 'above-ceiling' | 'cancelled' | 'storage-full' | 'storage-failed' | 'vault-locked';

/** A file that is in the notebook, sealed and durable. */
export interface TakenFile {
  readonly file: FileReference;
  readonly size: number;
  /** SHA-256 of the content, hashed as it came in. */
  readonly sha256: string;
}

export interface TakeRequest {
  /** Named by the caller, for progress and for stopping it. */
  readonly intake: string;
  readonly content: Blob;
  /** The level of the record that it will belong to. */
  readonly level: MarkingId;
}

/** `partly`: some of it has come; fetching goes on from there. */
export type Whereabouts = 'here' | 'partly' | 'elsewhere';

export type FetchFailure = DeliveryFailure | 'file-not-at-office' | 'file-removed' | 'file-damaged' | 'vault-locked';

export interface LeaveRequest {
  readonly kind: RecordKind;
  /** `null` while the record has not been saved: `safeguards` are what counts then. */
  readonly record: RecordId | null;
  readonly safeguards: Safeguards;
  readonly purpose: ExportPurpose;
  readonly h3Confirmed: boolean;
}

export interface FilesApi {
  /**
   * Takes a file in: read, hashed, sealed and stored piece by piece. Refuses what is too large before
   * reading a byte. Resolves when all of it is durable; what fails or is stopped leaves nothing behind.
   * Progress comes as `file` events.
   */
  take(request: TakeRequest): Promise<Result<TakenFile, TakeFailure>>;
  /** Stops taking in, or fetching, under that name. */
  stop(name: string): Promise<void>;
  whereabouts(files: readonly FileReference[]): Promise<readonly Whereabouts[]>;
  /** One piece of a file that is here, in clear; `null` behind the last. */
  piece(file: FileReference, index: number): Promise<Result<Uint8Array | null, 'file-damaged' | 'file-not-here' | 'vault-locked'>>;
  /** Fetches a file of a record from the office, from where it stopped last time. The file's id names it for progress and stopping. */
  fetch(record: RecordId, file: FileReference): Promise<Result<null, FetchFailure>>;
  /** Why the files of a record may not leave the app for that purpose; empty when they may. */
  refusals(request: LeaveRequest): Promise<readonly ExportReason[]>;
}
