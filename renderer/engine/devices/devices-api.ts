import type { DeviceId, Instant, PersonId, RecordId } from '../../../core/ids.ts';
import type { EraseOrderFailure } from '../../../core/organisation/erase-order.ts';
import type { ErasureReceipt } from '../../../core/organisation/erasure-receipt.ts';
import type { PairingFailure } from '../../../core/organisation/pairing.ts';
import type { Result } from '../../../core/result.ts';
import type { JoinRequest, PrintJob, ProfileFailure, RecoveryKit, SaveFailure, UnlockFailure } from '../api.ts';

export type { ErasureReceipt };

/** One of the person's own laptops, as the organisation certified it. */
export interface DeviceRow {
  readonly device: DeviceId;
  readonly fingerprint: string;
  readonly current: boolean;
  /** `null`: not certified yet. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Certified since the person last looked: they are asked whether it is theirs. */
  readonly isNew: boolean;
}

/** What would be lost, as the person must see it before they erase. */
export interface HeldHere {
  readonly records: number;
  readonly drafts: number;
  /** Records with something that has not been delivered. */
  readonly undelivered: number;
}

export interface PreparedErasure {
  readonly receipt: ErasureReceipt;
  /** The signed block that stands below the words. */
  readonly block: string;
}

export type ErasureFailure = 'vault-locked' | 'receipt-missing' | 'storage-failed';

/** A pairing file, and the code to be read aloud; shown once. */
export interface PairingOffer {
  readonly file: Uint8Array;
  readonly code: string;
  readonly until: Instant;
}

export type NewVaultFailure = 'weak-passphrase' | 'vault-exists' | 'storage-full' | 'storage-failed';
export interface MadeLaptop {
  readonly kit: RecoveryKit;
  readonly request: JoinRequest | null;
}

export type BackupLock = { readonly passphrase: string } | { readonly kit: true };
export interface BackupFile {
  readonly file: Uint8Array;
  readonly suggestedName: string;
  readonly records: number;
}
/** What opens a backup, as its own header says. */
export type BackupOpener = 'passphrase' | 'kit';
export type RestoreFailure = 'backup-unreadable' | 'backup-newer' | 'backup-altered' | 'backup-wrong-passphrase' | 'backup-wrong-kit';
export interface Restored extends MadeLaptop {
  readonly records: number;
  /** Changes that were in the file and do not verify: left out. */
  readonly refused: number;
}

export interface Successor {
  readonly person: PersonId;
  readonly name: string;
  readonly country: string;
  readonly institution: string;
}
export interface HandOver {
  readonly cases: readonly RecordId[];
  readonly successor: PersonId;
  /** What the successor should know, in the person's own words. */
  readonly remarks: string;
}
export interface PreparedHandOver {
  readonly job: PrintJob;
  /** Records that may not be passed to the successor, and so are not named in the report. */
  readonly leftOut: number;
}
export type HandOverFailure = 'nothing-to-hand-over' | 'unknown-successor' | 'hand-over-too-long' | 'hand-over-refused' | 'vault-locked';

export interface DevicesApi {
  list(): Promise<readonly DeviceRow[]>;
  /** The person has seen these and knows them. */
  acknowledge(devices: readonly DeviceId[]): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;

  held(): Promise<HeldHere>;
  /** Signs the receipt while there still is a key. Nothing is erased. */
  prepareErasure(): Promise<Result<PreparedErasure, 'vault-locked'>>;
  /**
   * Erases everything on this laptop, keys first; only after a receipt was prepared in this session.
   * The caller saves the receipt before, and ends the worker afterwards.
   */
  erase(): Promise<Result<null, ErasureFailure>>;
  /** Reads an order of the organisation to this laptop and signs the receipt for it. Nothing is erased. */
  inspectOrder(file: Uint8Array): Promise<Result<PreparedErasure, EraseOrderFailure | 'not-joined' | 'vault-locked'>>;
  /** Carries out the order that was inspected last: the compartments that it names, nothing else. Then the vault is locked. */
  carryOutOrder(): Promise<Result<null, ErasureFailure>>;

  /** First laptop: seals the identity for the second. Asks for the passphrase again. */
  pair(passphrase: string): Promise<Result<PairingOffer, UnlockFailure | 'not-joined' | 'vault-locked'>>;
  /** Second laptop, at first start. */
  joinAsSecond(input: { readonly profile: Uint8Array; readonly pairing: Uint8Array; readonly code: string; readonly passphrase: string }): Promise<Result<MadeLaptop, PairingFailure | ProfileFailure | NewVaultFailure | 'pairing-other-organisation'>>;

  /** Whether a backup for the recovery kit can be made: not in notebooks from before there were backups. */
  canBackUpForKit(): Promise<boolean>;
  backUp(lock: BackupLock): Promise<Result<BackupFile, 'weak-passphrase' | 'no-kit-recipient' | 'vault-locked' | 'storage-failed'>>;
  inspectBackup(file: Uint8Array): Promise<Result<BackupOpener, 'backup-unreadable'>>;
  /** At first start: the notebook of the file on a new device, with keys of its own. */
  restore(input: { readonly file: Uint8Array; readonly secret: string; readonly passphrase: string }): Promise<Result<Restored, RestoreFailure | NewVaultFailure>>;

  successors(): Promise<readonly Successor[]>;
  prepareHandOver(handOver: HandOver): Promise<Result<PreparedHandOver, HandOverFailure>>;
  /** Writes the new lead into each case; one change each. Stops at the first that cannot be written. */
  recordHandOver(handOver: Pick<HandOver, 'cases' | 'successor'>): Promise<Result<{ readonly handedOver: number }, SaveFailure | 'unknown-successor'>>;
}
