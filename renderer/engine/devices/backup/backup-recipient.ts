import { z } from 'zod';
import { canonicalBytes } from '../../../../core/crypto/canonical.ts';
import { boxPublicKeyOf, sha256, toBase64Url } from '../../../../core/crypto/sodium.ts';
import type { NamedState, SealedStates } from '../../pouch-seam/pouch-ground.ts';

const stateName = 'backup-recipient';
const schema = z.strictObject({ v: z.literal(1), publicKey: z.string().regex(/^[\w-]{43}$/) });

/**
 * The secret that opens backups made for the recovery kit: 32 bytes from the kit's key, for X25519.
 * Apart from the key that opens the notebook itself, so that neither says anything of the other.
 */
export function backupSecretOf(recoveryKey: Uint8Array): Uint8Array {
  return sha256(canonicalBytes({ use: 'rapporteur/backup-for-kit', key: toBase64Url(recoveryKey) }));
}

/**
 * What is kept of the recovery key when a kit is made: only what backups are sealed to, so that one
 * can be made for the kit without typing it. Whoever makes a new kit writes this anew.
 */
export function backupRecipientState(recoveryKey: Uint8Array): NamedState {
  const value: z.input<typeof schema> = { v: 1, publicKey: toBase64Url(boxPublicKeyOf(backupSecretOf(recoveryKey))) };
  return { name: stateName, value };
}

/** X25519 public key, base64url; `null` in a notebook from before there were backups. */
export async function readBackupRecipient(states: SealedStates): Promise<string | null> {
  const read = await states.read(stateName, schema);
  return read.ok ? (read.value?.publicKey ?? null) : null;
}
