import { cryptoReady, fromBase64Url, wipe } from '../../../../core/crypto/sodium.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import { readRecoveryCode } from '../../vault/recovery-code.ts';
import type { BackupOpener } from '../devices-api.ts';
import { AgeFile, bytesOf, payloadNonceBytes } from './age-file.ts';
import { backupSecretOf } from './backup-recipient.ts';

/**
 * Backups are age files (age-encryption.org/v1): whoever has the passphrase opens one with any tool
 * that knows the format, also when this app no longer runs. Loaded when a backup is made or opened.
 */
const age = () => import('age-encryption');
const firstLine = 'age-encryption.org/v1\n';
/** A header is a few hundred bytes. */
const headerLimit = 4096;

/** What a backup is sealed to. `publicKey`: X25519, base64url, from the notebook's own row. */
export type BackupRecipient = { readonly passphrase: string } | { readonly publicKey: string };

/** The age file of what comes out of `plain`, a chunk at a time and no faster than it is taken. */
export async function sealBackup(plain: ReadableStream<Uint8Array>, recipient: BackupRecipient): Promise<ReadableStream<Uint8Array>> {
  const [{ Encrypter }, { bech32 }] = await Promise.all([age(), import('@scure/base')]);
  const encrypter = new Encrypter();
  if ('passphrase' in recipient) encrypter.setPassphrase(recipient.passphrase.normalize('NFKC'));
  else {
    const bytes = fromBase64Url(recipient.publicKey);
    if (!bytes.ok) throw new Error('a kept recipient is base64url');
    encrypter.addRecipient(bech32.encodeFromBytes('age', bytes.value));
  }
  return encrypter.encrypt(plain);
}

/** What opens a backup, read from its header; nothing else of it is in clear. */
export async function openerOf(file: Blob): Promise<Result<BackupOpener, 'backup-unreadable'>> {
  const head = new TextDecoder('latin1').decode((await bytesOf(file.slice(0, 200))) ?? new Uint8Array());
  if (!head.startsWith(firstLine)) return failed('backup-unreadable');
  const stanza = head.slice(firstLine.length);
  if (stanza.startsWith('-> scrypt ')) return ok('passphrase');
  return stanza.startsWith('-> X25519 ') ? ok('kit') : failed('backup-unreadable');
}

export type OpenFailure = 'backup-unreadable' | 'backup-altered' | 'backup-wrong-passphrase' | 'backup-wrong-kit';

/** Opens a backup with its passphrase, or with the recovery key as it stands on the printed kit. Nothing of its content is read yet. */
export async function openBackup(file: Blob, secret: string): Promise<Result<AgeFile, OpenFailure>> {
  await cryptoReady;
  const opener = await openerOf(file);
  if (!opener.ok) return opener;
  const head = await headerOf(file);
  if (head === null) return failed('backup-altered');
  const fileKey = await fileKeyOf(head.header, opener.value, secret);
  if (!fileKey.ok) return fileKey;
  const payload = new AgeFile(file.slice(head.header.length + payloadNonceBytes), fileKey.value, head.nonce);
  wipe(fileKey.value);
  return ok(payload);
}

/** The header with its last line, which authenticates it, and the nonce behind it; `null` when that is not all there. */
async function headerOf(file: Blob): Promise<{ readonly header: Uint8Array; readonly nonce: Uint8Array } | null> {
  const bytes = (await bytesOf(file.slice(0, headerLimit))) ?? new Uint8Array();
  const text = new TextDecoder('latin1').decode(bytes);
  const last = text.indexOf('\n--- ');
  const end = last === -1 ? 0 : text.indexOf('\n', last + 1) + 1;
  const nonce = bytes.slice(end, end + payloadNonceBytes);
  return end === 0 || nonce.length !== payloadNonceBytes ? null : { header: bytes.slice(0, end), nonce };
}

async function fileKeyOf(header: Uint8Array, opener: BackupOpener, secret: string): Promise<Result<Uint8Array, OpenFailure>> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  if (opener === 'passphrase') decrypter.addPassphrase(secret.normalize('NFKC'));
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
    return ok(await decrypter.decryptHeader(header));
  } catch (error) {
    // age says in words only whether no key fitted or the header itself is broken.
    const noKey = error instanceof Error && /no identity matched|passphrase/i.test(error.message);
    if (!noKey) return failed('backup-altered');
    return failed(opener === 'kit' ? 'backup-wrong-kit' : 'backup-wrong-passphrase');
  }
}
