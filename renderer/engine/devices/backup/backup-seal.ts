import { fromBase64Url, wipe } from '../../../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import { readRecoveryCode } from '../../vault/recovery-code.ts';
import type { BackupOpener } from '../devices-api.ts';
import { backupSecretOf } from './backup-recipient.ts';

/**
 * Backups are age files (age-encryption.org/v1): whoever has the passphrase opens one with any tool
 * that knows the format, also when this app no longer runs. Loaded when a backup is made or opened.
 */
const age = () => import('age-encryption');
const firstLine = 'age-encryption.org/v1\n';

export async function sealForPassphrase(plain: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase.normalize('NFKC'));
  return encrypter.encrypt(plain);
}

/** `publicKey`: X25519, base64url, from the notebook's own row. */
export async function sealForKit(plain: Uint8Array, publicKey: string): Promise<Uint8Array> {
  const [{ Encrypter }, { bech32 }] = await Promise.all([age(), import('@scure/base')]);
  const bytes = fromBase64Url(publicKey);
  if (!bytes.ok) throw new Error('a kept recipient is base64url');
  const encrypter = new Encrypter();
  encrypter.addRecipient(bech32.encodeFromBytes('age', bytes.value));
  return encrypter.encrypt(plain);
}

/** What opens a backup, read from its header; nothing else of it is in clear. */
export function openerOf(file: Uint8Array): Result<BackupOpener, 'backup-unreadable'> {
  const head = new TextDecoder('latin1').decode(file.subarray(0, 200));
  if (!head.startsWith(firstLine)) return failed('backup-unreadable');
  const stanza = head.slice(firstLine.length);
  if (stanza.startsWith('-> scrypt ')) return ok('passphrase');
  return stanza.startsWith('-> X25519 ') ? ok('kit') : failed('backup-unreadable');
}

export type OpenFailure = 'backup-unreadable' | 'backup-altered' | 'backup-wrong-passphrase' | 'backup-wrong-kit';

/** Opens a backup with its passphrase, or with the recovery key as it stands on the printed kit. */
export async function openBackup(file: Uint8Array, secret: string): Promise<Result<Uint8Array, OpenFailure>> {
  const opener = openerOf(file);
  if (!opener.ok) return opener;
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  if (opener.value === 'passphrase') decrypter.addPassphrase(secret.normalize('NFKC'));
  else {
    const recoveryKey = readRecoveryCode(secret);
    if (!recoveryKey.ok) return failed('backup-wrong-kit');
    const { bech32 } = await import('@scure/base');
    const bytes = backupSecretOf(recoveryKey.value);
    decrypter.addIdentity(bech32.encodeFromBytes('AGE-SECRET-KEY-', bytes).toUpperCase());
    wipe(bytes);
    wipe(recoveryKey.value);
  }
  try {
    return ok(await decrypter.decrypt(file));
  } catch (error) {
    // age says in words only whether no key fitted or the file itself is broken.
    const noKey = error instanceof Error && /no identity matched|passphrase/i.test(error.message);
    if (!noKey) return failed('backup-altered');
    return failed(opener.value === 'kit' ? 'backup-wrong-kit' : 'backup-wrong-passphrase');
  }
}
