import { newSealKey, randomBytes, randomId, wipe } from '../../../core/crypto/sodium.ts';
import type { SignPair } from '../../../core/crypto/keys.ts';
import type { Instant } from '../../../core/ids.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { PersonInput, RecoveryKit, UnlockFailure, VaultState } from '../api.ts';
import type { NamedState } from '../pouch-seam/pouch-ground.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import { backupRecipientState } from '../devices/backup/backup-recipient.ts';
import type { RowBatch } from '../store/rows.ts';
import { SealedRows } from '../store/sealed-rows.ts';
import { isDiskFull } from '../store/room.ts';
import { attempted, type StorageFailure } from '../store/storage-failure.ts';
import { afterFailure, noAttempts, retryAt, type Attempts } from './attempts.ts';
import type { Calibration } from './calibration.ts';
import { headerOf, readHeader, type KitSlot, type VaultHeader } from './header.ts';
import { identityState, newIdentity, readIdentity, storedFrom, wipeIdentity, type Identity } from './identity.ts';
import { belowFloor, openWithKit, openWithPassphrase, wrapForKit, wrapForPassphrase, type DataKey } from './key-slots.ts';
import { measuredStrength } from './measured-strength.ts';
import { readRecoveryCode, recoveryBytes, writeRecoveryCode } from './recovery-code.ts';
import { kitState } from './recovery-kit.ts';
import { vaultKeys, wipeKeys, type VaultKeys } from './vault-keys.ts';

export interface VaultParts {
  readonly database: NotebookDatabase;
  readonly now: () => Instant;
  /** How costly the derivation of a new slot is to be: about a second in the app. */
  readonly calibrate: () => Calibration;
  readonly sample: boolean;
}

/** Everything that exists only while the vault is open. */
export interface OpenVault {
  readonly keys: VaultKeys;
  readonly rows: SealedRows;
  readonly identity: Identity;
}

/** What a new vault begins with, besides the person and the keys. */
export interface VaultSeed {
  readonly states?: readonly NamedState[];
  /** Of the person whose second laptop this is, or whose backup is restored. */
  readonly identityKeys?: SignPair;
  /** Rows of a backup; written in the same transaction. */
  readonly rows?: (rows: SealedRows) => Omit<RowBatch, 'header' | 'states'>;
}

/** Overwrites every key of an open vault. What still holds it can neither open nor sign anything. */
export function closeVault({ keys, identity }: OpenVault): void {
  wipeIdentity(identity);
  wipeKeys(keys);
}

type LockedState = Exclude<VaultState, { readonly state: 'open' }>;
type Damage = Extract<VaultState, { readonly state: 'damaged' }>['failure']['code'];

/**
 * Key slots around one random data key. Knows how to make a vault where there is nothing at all, how
 * to open one, and how to wrap its key anew; it never makes one where there is anything else.
 * The caller asks one thing at a time.
 */
export class Vault {
  private readonly parts: VaultParts;
  /** Counts also when the disk is too full to keep the count. */
  private unkept: Attempts | null = null;
  /** A new kit that was shown and not confirmed yet: the one before still opens the notebook. */
  private shownKit: { readonly slot: KitSlot; readonly states: readonly NamedState[] } | null = null;

  constructor(parts: VaultParts) {
    this.parts = parts;
  }

  async state(): Promise<LockedState> {
    const header = await this.header();
    if (header.ok) return { state: 'locked', retryAt: retryAt(this.attemptsOf(header.value), this.parts.now()) };
    if (header.failure.code === 'no-vault') return { state: 'none' };
    return { state: 'damaged', failure: { code: header.failure.code } };
  }

  /** Milliseconds that the derivation takes, as measured when the slot was made. */
  async derivationTime(): Promise<number> {
    const header = await this.header();
    return header.ok ? header.value.derivationTime : this.parts.calibrate().time;
  }

  /**
   * Makes vault, identity, recovery kit and the first named states in one transaction. Where there is
   * anything already, also something damaged, nothing is made.
   */
  async create(
    person: PersonInput,
    passphrase: string,
    seed: VaultSeed = {},
  ): Promise<Result<{ readonly opened: OpenVault; readonly kit: RecoveryKit }, 'weak-passphrase' | 'vault-exists' | StorageFailure>> {
    if (!(await measuredStrength(passphrase)).accepted) return failed('weak-passphrase');
    const state = await this.state();
    if (state.state !== 'none') return failed('vault-exists');
    const { parameters, time } = this.parts.calibrate();
    const vault = randomId<string>();
    const dataKey: DataKey = newSealKey();
    const recoveryKey = randomBytes(recoveryBytes);
    const header = headerOf({
      vault,
      passphrase: wrapForPassphrase(dataKey, passphrase, parameters, vault),
      kit: wrapForKit(dataKey, recoveryKey, vault),
      derivationTime: time,
      attempts: noAttempts,
    });
    const identity = newIdentity(person, this.parts.now(), this.parts.sample, seed.identityKeys);
    const keys = vaultKeys(dataKey);
    const rows = new SealedRows(keys);
    const code = writeRecoveryCode(recoveryKey);
    const states = [storedFrom(identity), backupRecipientState(recoveryKey), kitState(identity.made, false), ...(seed.states ?? [])];
    wipe(recoveryKey);
    const batch = { ...seed.rows?.(rows), header, states: states.map((state) => rows.sealState(state)) };
    const written = await attempted(() => this.parts.database.commit(batch));
    if (!written.ok) {
      closeVault({ keys, rows, identity });
      return written;
    }
    const kit = { code, name: identity.name, created: identity.made, fingerprint: identity.fingerprint };
    return ok({ opened: { keys, rows, identity }, kit });
  }

  async unlock(passphrase: string): Promise<Result<OpenVault, UnlockFailure>> {
    const tried = await this.tryPassphrase(passphrase);
    if (!tried.ok) return tried;
    return this.open(tried.value.dataKey);
  }

  /** Opens with the printed kit and sets a new passphrase, which is in force before anything opens. */
  async unlockWithKit(
    typed: string,
    newPassphrase: string,
  ): Promise<Result<OpenVault, UnlockFailure | 'wrong-kit' | 'weak-passphrase'>> {
    const header = await this.header();
    if (!header.ok) return unlockFailure(header.failure.code);
    if (!(await measuredStrength(newPassphrase)).accepted) return failed('weak-passphrase');
    const recoveryKey = readRecoveryCode(typed);
    if (!recoveryKey.ok) return failed('wrong-kit');
    const dataKey = openWithKit(header.value.kit, recoveryKey.value, header.value.vault);
    wipe(recoveryKey.value);
    if (!dataKey.ok) return dataKey;
    // A disk too full to keep the new passphrase is no reason to keep somebody out of their notebook:
    // the kit opens it again next time.
    await this.rewrap(header.value, dataKey.value, newPassphrase);
    return this.open(dataKey.value);
  }

  /** Re-wraps the data key; nothing is sealed anew. The recovery kit stays valid. */
  async changePassphrase(
    current: string,
    next: string,
  ): Promise<Result<null, UnlockFailure | 'weak-passphrase' | 'storage-failed'>> {
    if (!(await measuredStrength(next)).accepted) return failed('weak-passphrase');
    const tried = await this.tryPassphrase(current);
    if (!tried.ok) return tried;
    const { header, dataKey } = tried.value;
    const rewrapped = await this.rewrap(header, dataKey, next);
    wipe(dataKey);
    return rewrapped.ok ? ok(null) : failed('storage-failed');
  }

  /**
   * Makes a new recovery kit to be shown. It takes the place of the one before only when it is
   * confirmed: a window that is closed in between leaves the printed page good.
   */
  async newKit(passphrase: string, identity: Pick<Identity, 'name' | 'fingerprint'>): Promise<Result<RecoveryKit, UnlockFailure>> {
    const tried = await this.tryPassphrase(passphrase);
    if (!tried.ok) return tried;
    const { header, dataKey } = tried.value;
    const recoveryKey = randomBytes(recoveryBytes);
    const created = this.parts.now();
    this.shownKit = { slot: wrapForKit(dataKey, recoveryKey, header.vault), states: [backupRecipientState(recoveryKey)] };
    const code = writeRecoveryCode(recoveryKey);
    wipe(recoveryKey);
    wipe(dataKey);
    return ok({ code, name: identity.name, created, fingerprint: identity.fingerprint });
  }

  /** The person has the kit that was shown last. A new one takes the place of the old from here on. */
  async confirmKit(rows: SealedRows, made: Instant): Promise<Result<null, StorageFailure | 'damaged'>> {
    const shown = this.shownKit;
    const states = [kitState(shown === null ? made : this.parts.now(), true), ...(shown?.states ?? [])].map((state) => rows.sealState(state));
    if (shown === null) return attempted(() => this.parts.database.commit({ states }));
    const header = await this.header();
    if (!header.ok) return failed('damaged');
    const next = headerOf({ ...header.value, attempts: this.attemptsOf(header.value), kit: shown.slot });
    const written = await attempted(() => this.parts.database.commit({ header: next, states }));
    if (written.ok) this.shownKit = null;
    return written;
  }

  /** Asks for the passphrase again, before something that an open screen alone must not allow. */
  async confirm(passphrase: string): Promise<Result<null, UnlockFailure>> {
    const tried = await this.tryPassphrase(passphrase);
    if (!tried.ok) return tried;
    wipe(tried.value.dataKey);
    return ok(null);
  }

  /**
   * Tries a passphrase. The attempt counts as failed before it is made, so that ending the process
   * in between does not make it free; success takes it back.
   */
  private async tryPassphrase(
    passphrase: string,
  ): Promise<Result<{ readonly header: VaultHeader; readonly dataKey: DataKey }, UnlockFailure>> {
    const read = await this.header();
    if (!read.ok) return unlockFailure(read.failure.code);
    const header = read.value;
    const now = this.parts.now();
    const wait = retryAt(this.attemptsOf(header), now);
    if (wait !== null) return failed('wait', { retryAt: wait });
    if (belowFloor(header.passphrase)) return failed('parameters-below-floor');
    const counted = afterFailure(this.attemptsOf(header), now);
    await this.keepAttempts(header, counted);
    const dataKey = openWithPassphrase(header.passphrase, passphrase, header.vault);
    if (!dataKey.ok) {
      const next = retryAt(counted, this.parts.now());
      return next === null || dataKey.failure.code !== 'wrong-passphrase' ? dataKey : failed('wrong-passphrase', { retryAt: next });
    }
    const settled = headerOf({ ...header, attempts: noAttempts });
    await this.keepAttempts(settled, noAttempts);
    return ok({ header: settled, dataKey: dataKey.value });
  }

  private async open(dataKey: DataKey): Promise<Result<OpenVault, 'damaged' | 'store-full'>> {
    const keys = vaultKeys(dataKey);
    const rows = new SealedRows(keys);
    const row = await this.parts.database.readState(rows.stateKey(identityState)).catch(() => undefined);
    if (row === undefined && (await isDiskFull())) {
      wipeKeys(keys);
      return failed('store-full');
    }
    const plain = row === undefined ? failed('damaged') : rows.openState(row);
    const identity = plain.ok ? readIdentity(plain.value) : failed('damaged');
    if (!identity.ok) {
      wipeKeys(keys);
      return failed('damaged');
    }
    return ok({ keys, rows, identity: identity.value });
  }

  private async rewrap(header: VaultHeader, dataKey: DataKey, passphrase: string): Promise<Result<null, StorageFailure>> {
    const { parameters, time } = this.parts.calibrate();
    const slot = wrapForPassphrase(dataKey, passphrase, parameters, header.vault);
    const next = headerOf({ ...header, passphrase: slot, derivationTime: time, attempts: noAttempts });
    const written = await attempted(() => this.parts.database.commit({ header: next }));
    if (written.ok) this.unkept = null;
    return written;
  }

  private attemptsOf(header: VaultHeader): Attempts {
    return this.unkept ?? header.attempts;
  }

  private async keepAttempts(header: VaultHeader, attempts: Attempts): Promise<void> {
    const written = await attempted(() => this.parts.database.commit({ header: headerOf({ ...header, attempts }) }));
    // A full disk must not keep anybody from reading: the count then lives as long as this process.
    this.unkept = written.ok ? null : attempts;
  }

  private async header(): Promise<Result<VaultHeader, Damage | 'no-vault'>> {
    try {
      const row = await this.parts.database.readHeader();
      if (row !== undefined) return readHeader(row);
      return failed((await this.parts.database.holdsAnything()) ? 'header-missing' : 'no-vault');
    } catch (error) {
      if (isVersionError(error)) return failed('store-newer');
      return failed((await isDiskFull()) ? 'store-full' : 'store-unreadable');
    }
  }
}

function unlockFailure(code: Damage | 'no-vault'): Result<never, 'damaged' | 'no-vault' | 'store-full'> {
  return failed(code === 'no-vault' || code === 'store-full' ? code : 'damaged');
}

/** IndexedDB refuses to open a database that a later version of the app has written. */
function isVersionError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'VersionError';
}
