import { canonicalBytes } from '../../../core/crypto/canonical.ts';
import { derivationFloor, type DerivationParameters, type SealKey, type Sealed } from '../../../core/crypto/keys.ts';
import {
  deriveFromPassphrase, open, passphraseSaltBytes, randomBytes, seal, sha256, toBase64Url, wipe,
} from '../../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { KitSlot, PassphraseSlot } from './header.ts';

/** The random key of the whole notebook. Slots wrap it; it never changes when a passphrase does. */
export type DataKey = SealKey<'data'>;

/** Wraps the data key for a passphrase. Blocks for as long as the derivation takes. */
export function wrapForPassphrase(dataKey: DataKey, passphrase: string, parameters: DerivationParameters, vault: string): PassphraseSlot {
  const salt = randomBytes(passphraseSaltBytes);
  const slotKey = deriveFromPassphrase(passphrase, salt, parameters);
  if (!slotKey.ok) throw new Error('a slot is never made below the floor');
  const slot = { type: 'passphrase', salt, operations: parameters.operations, memory: parameters.memory } as const;
  const wrapped = seal(slotKey.value, dataKey, passphraseContext(slot, vault));
  wipe(slotKey.value);
  return { ...slot, wrapped };
}

/**
 * The data key, if the passphrase is right. Parameters below the floor are refused before anything
 * is derived: somebody who can write the header must not get a cheap derivation out of it.
 */
export function openWithPassphrase(
  slot: PassphraseSlot,
  passphrase: string,
  vault: string,
): Result<DataKey, 'parameters-below-floor' | 'wrong-passphrase'> {
  const slotKey = deriveFromPassphrase(passphrase, slot.salt, slot);
  if (!slotKey.ok) return slotKey;
  const dataKey = open(slotKey.value, slot.wrapped, passphraseContext(slot, vault));
  wipe(slotKey.value);
  return dataKey.ok ? ok(dataKey.value as DataKey) : failed('wrong-passphrase');
}

export function belowFloor(slot: DerivationParameters): boolean {
  return slot.operations < derivationFloor.operations || slot.memory < derivationFloor.memory;
}

/** Wraps the data key for the recovery kit. Its 160 random bits need no slow derivation. */
export function wrapForKit(dataKey: DataKey, recoveryKey: Uint8Array, vault: string): KitSlot {
  const slotKey = kitKey(recoveryKey);
  const wrapped: Sealed = seal(slotKey, dataKey, kitContext(vault));
  wipe(slotKey);
  return { type: 'kit', wrapped };
}

export function openWithKit(slot: KitSlot, recoveryKey: Uint8Array, vault: string): Result<DataKey, 'wrong-kit'> {
  const slotKey = kitKey(recoveryKey);
  const dataKey = open(slotKey, slot.wrapped, kitContext(vault));
  wipe(slotKey);
  return dataKey.ok ? ok(dataKey.value as DataKey) : failed('wrong-kit');
}

function kitKey(recoveryKey: Uint8Array): SealKey<'kit-slot'> {
  return sha256(canonicalBytes({ use: 'rapporteur/recovery-kit', key: toBase64Url(recoveryKey) })) as SealKey<'kit-slot'>;
}

function passphraseContext(slot: Pick<PassphraseSlot, 'salt' | 'operations' | 'memory'>, vault: string): string {
  return `slot/passphrase/${vault}/${slot.operations}/${slot.memory}/${toBase64Url(slot.salt)}`;
}

function kitContext(vault: string): string {
  return `slot/kit/${vault}`;
}
