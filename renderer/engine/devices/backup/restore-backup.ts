import type { SignPair, SignPublicKey, SignSecretKey } from '../../../../core/crypto/keys.ts';
import { fromBase64Url } from '../../../../core/crypto/sodium.ts';
import type { DeviceId } from '../../../../core/ids.ts';
import { applyErasures } from '../../../../core/ledger/erasure.ts';
import type { Change } from '../../../../core/ledger/change.ts';
import { historyOf } from '../../../../core/ledger/history.ts';
import { verifyChange } from '../../../../core/ledger/verify-change.ts';
import { keyBytes } from '../../../../core/organisation/key-text.ts';
import { registerNames } from '../../../../core/registers/entry.ts';
import { releaseBookState, restoredReleaseBook } from '../../departures/release-book.ts';
import { restoredRegister } from '../../registers/kept-chains.ts';
import type { SealedRows } from '../../store/sealed-rows.ts';
import type { VaultSeed } from '../../vault/vault.ts';
import { knownDevicesState } from '../device-list.ts';
import type { BackupContent } from './backup-content.ts';
import { lastBackupState } from './last-backup.ts';

/** What a new vault is made from: the person's identity and what they wrote, and nothing of the old device. */
export interface Restoration {
  readonly seed: VaultSeed;
  readonly records: number;
  readonly refused: number;
}

/**
 * Checks every change as if it had arrived from somebody (hash, commitment, approvals), reapplies
 * the erasures, and prepares the rows. `null`: the identity in the file is damaged.
 *
 * The device that made the backup is not restored: its letters are numbered by it alone, and two
 * laptops that both went on from one number would fork its chain.
 */
export function restorationOf(content: BackupContent): Restoration | null {
  const identityKeys = identityOf(content);
  if (identityKeys === null) return null;
  const { changes, refused } = verifiedChanges(content);
  const unsent = new Set(content.unsent);
  const registers = registerNames.map((register) => restoredRegister(register, content.registers));
  return {
    records: new Set(changes.map((change) => change.header.record)).size,
    refused,
    seed: {
      identityKeys,
      states: [...restoredStates(content), knownDevicesState([content.manifest.device as DeviceId]), lastBackupState(content.manifest.made), ...registers.map((one) => one.state)],
      rows: (rows) => ({ ...rowsOf(rows, content, changes, (change) => unsent.has(change.hash)), registered: registers.flatMap((one) => one.pages(rows)) }),
    },
  };
}

/** As they stood; confirmations with the day until when it is known whether they were taken back. */
function restoredStates({ states, manifest: { made } }: BackupContent): BackupContent['states'] {
  return states.map((one) => (one.name === releaseBookState ? { ...one, value: restoredReleaseBook(one.value, made) } : one));
}

/** Checks every change as if it had arrived from somebody, and reapplies the erasures. */
export function verifiedChanges(content: BackupContent): { readonly changes: readonly Change[]; readonly refused: number } {
  const erasures = new Set(content.erased);
  const verified = content.changes.flatMap((candidate) => {
    // A device's identifier is its public key: approvals are checked without a directory.
    const change = verifyChange(candidate, { erasures, publicKeyOf: (device: DeviceId) => keyBytes(device) });
    return change.ok ? [change.value] : [];
  });
  return { changes: [...applyErasures(historyOf(verified), erasures).values()], refused: content.changes.length - verified.length };
}

function rowsOf(rows: SealedRows, content: BackupContent, changes: readonly Change[], isUnsent: (change: Change) => boolean): ReturnType<NonNullable<VaultSeed['rows']>> {
  return {
    changes: changes.map((change) => rows.sealChange(change)),
    unsent: changes.filter(isUnsent).map((change) => rows.unsentMark(change)),
    drafts: content.drafts.map((draft) => rows.sealDraft(draft)),
  };
}

function identityOf({ manifest: { identity } }: BackupContent): SignPair | null {
  const [publicKey, secretKey] = [fromBase64Url(identity.publicKey), fromBase64Url(identity.secretKey)];
  if (!publicKey.ok || !secretKey.ok || publicKey.value.length !== 32 || secretKey.value.length !== 64) return null;
  return { publicKey: publicKey.value as SignPublicKey, secretKey: secretKey.value as SignSecretKey };
}
