import { backupRecipientState } from '../../renderer/engine/devices/backup/backup-recipient.ts';
import { openBackup, sealBackup, type BackupRecipient } from '../../renderer/engine/devices/backup/backup-seal.ts';
import { readRecoveryCode } from '../../renderer/engine/vault/recovery-code.ts';
import { good } from './engines.ts';

/** What is in a backup, opened. */
export async function plainOf(backup: Blob, secret: string): Promise<Uint8Array> {
  const opened = good(await openBackup(backup, secret));
  const plain = await opened.read(0, opened.size);
  if (plain === null) throw new Error('a backup of a test that does not open whole');
  return plain;
}

/** A backup of those bytes, as the format has it, whatever they are. */
export async function sealedBackup(plain: Uint8Array, recipient: BackupRecipient): Promise<Blob> {
  const sealed = await sealBackup(new Blob([new Uint8Array(plain)]).stream(), recipient);
  return new Response(sealed).blob();
}

/** What a kit's backups are sealed to; a passphrase costs a key derivation each time. */
export function recipientOf(kitCode: string): BackupRecipient {
  const { value } = backupRecipientState(good(readRecoveryCode(kitCode)));
  return value as { readonly publicKey: string };
}

/** The same file with one bit of it another. */
export async function flippedAt(file: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}
