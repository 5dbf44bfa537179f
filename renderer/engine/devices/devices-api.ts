import type { HandOverLanguage } from '../../../core/hand-over/hand-over-labels.ts';
import type { CountryCode, DeviceId, Instant, PersonId, RecordId } from '../../../core/ids.ts';
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
  /** Of those, records on legal hold. */
  readonly onHold: number;
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
export interface BackupRequest {
  readonly lock: BackupLock;
  /** With the contents of attached files, as far as they are on this laptop. */
  readonly files: boolean;
}
/** `too-large-there`: what is there takes no file of that size, as many sticks take none above 4 GB. */
export type BackupWriteFailure = 'disk-full' | 'too-large-there' | 'not-allowed' | 'unwritable';
/**
 * Where a backup goes, piece by piece: each is asked for when the one before is written. Nothing stands
 * in its place before `end`, and nothing is left of it after `abandon`.
 */
export interface BackupOut {
  write(bytes: Uint8Array): Promise<Result<null, BackupWriteFailure>>;
  end(): Promise<Result<null, BackupWriteFailure>>;
  abandon(): Promise<void>;
}
export interface BackupMade {
  readonly records: number;
  /** Attached files whose content is in it. */
  readonly files: number;
  /** Of the backup itself. */
  readonly bytes: number;
  /** Names of files that turned out to be damaged on this laptop: what is in the backup of them does not open. */
  readonly damaged: readonly string[];
  /** It is there, but the day could not be written down. */
  readonly unnoted: 'storage-full' | 'storage-failed' | 'vault-locked' | null;
}
export type BackUpFailure = 'weak-passphrase' | 'no-kit-recipient' | 'cancelled' | 'vault-locked' | 'storage-failed' | BackupWriteFailure;
export interface BackupProgress {
  /** `files`: their contents come back. */
  readonly phase: 'reading' | 'packing' | 'sealing' | 'files' | 'done';
  /** Of `total`, bytes while sealing and bringing files back; both 0 where it cannot be told. */
  readonly done: number;
  readonly total: number;
}
export interface BackupStanding {
  /** When the last backup that was saved was made; `null`: never. */
  readonly last: Instant | null;
  /** Time for one, by `backup-due.ts`. */
  readonly due: boolean;
}
/** Attached files that a record, an earlier version of one, or a draft names. */
export interface FilesHere {
  /** Whole on this laptop. */
  readonly count: number;
  /** Of the files themselves. */
  readonly bytes: number;
  /** Not, or not whole, on this laptop: no backup made here can have them. */
  readonly elsewhere: number;
}
/** What became of the contents of files when a backup was brought back. */
export interface FilesBack {
  readonly back: number;
  /** Names of those that are in the backup and did not come out whole. */
  readonly damaged: readonly string[];
  /** Named by records, and neither here nor in this backup. */
  readonly outside: number;
  /** Whether the backup goes on to its end: one that was cut has lost files. */
  readonly whole: boolean;
  /** Why the rest was not brought back; doing it again goes on there. */
  readonly stopped: 'cancelled' | 'storage-full' | 'storage-failed' | null;
}
/** What opens a backup, as its own header says. */
export type BackupOpener = 'passphrase' | 'kit';
export type RestoreFailure = 'backup-unreadable' | 'backup-newer' | 'backup-altered' | 'backup-wrong-passphrase' | 'backup-wrong-kit';
export interface Restored extends MadeLaptop {
  readonly records: number;
  /** Changes that were in the file and do not verify: left out. */
  readonly refused: number;
  readonly files: FilesBack;
}

/** A backup united with the notebook that is open. */
export interface United {
  /** Records of which something came that was not here. */
  readonly records: number;
  readonly refused: number;
  /** Records that this laptop may not hold: left out. */
  readonly aboveCeiling: number;
  readonly files: FilesBack;
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
  /** Of the labels of the report; what was written stays as it was. */
  readonly language: HandOverLanguage;
}
export interface PreparedHandOver {
  readonly job: PrintJob;
  /** Records that may not be passed to the successor, and so are not named in the report. */
  readonly leftOut: number;
  /** Everything that the report tells of, for the register. */
  readonly records: readonly RecordId[];
  readonly to: { readonly name: string; readonly country: CountryCode; readonly institution: string };
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
  inspectOrder(file: Uint8Array): Promise<Result<PreparedErasure, EraseOrderFailure | 'erase-order-followed' | 'not-joined' | 'vault-locked'>>;
  /** Carries out the order that was inspected last: what it names, nothing else. Then the vault is locked, or there is none any more. An `erased` event tells which. */
  carryOutOrder(): Promise<Result<null, ErasureFailure>>;

  /** First laptop: seals the identity for the second. Asks for the passphrase again. */
  pair(passphrase: string): Promise<Result<PairingOffer, UnlockFailure | 'not-joined' | 'vault-locked'>>;
  /** Second laptop, at first start. */
  joinAsSecond(input: { readonly profile: Uint8Array; readonly pairing: Uint8Array; readonly code: string; readonly passphrase: string }): Promise<Result<MadeLaptop, PairingFailure | ProfileFailure | NewVaultFailure | 'pairing-other-organisation'>>;

  /** Whether a backup for the recovery kit can be made: not in notebooks from before there were backups. */
  canBackUpForKit(): Promise<boolean>;
  /** Writes one backup to its end, or gives it up. Progress comes as `backup` events. */
  backUp(request: BackupRequest, out: BackupOut): Promise<Result<BackupMade, BackUpFailure>>;
  /** Ends the making of one, or the bringing back of files. */
  cancelBackUp(): Promise<void>;
  backupStanding(): Promise<BackupStanding>;
  /** Asked before one is made, so that nobody takes it for more or less than it is. */
  filesForBackup(): Promise<FilesHere>;
  inspectBackup(file: Blob): Promise<Result<BackupOpener, 'backup-unreadable'>>;
  /** At first start: the notebook of the file on a new device, with keys of its own. */
  restore(input: { readonly file: Blob; readonly secret: string; readonly passphrase: string }): Promise<Result<Restored, RestoreFailure | NewVaultFailure>>;

  /**
   * Into the notebook that is open: what the file holds and this does not is added, nothing is
   * replaced, nothing erased comes back, and the device stays the one it is. Drafts stay in the file.
   */
  uniteBackup(input: { readonly file: Blob; readonly secret: string }): Promise<Result<United, RestoreFailure | 'backup-other-person' | 'vault-locked' | 'storage-full' | 'storage-failed'>>;

  successors(): Promise<readonly Successor[]>;
  prepareHandOver(handOver: HandOver): Promise<Result<PreparedHandOver, HandOverFailure>>;
  /** Writes the new lead into each case; one change each. Stops at the first that cannot be written. */
  recordHandOver(handOver: Pick<HandOver, 'cases' | 'successor'>): Promise<Result<{ readonly handedOver: number }, SaveFailure | 'unknown-successor'>>;
}
