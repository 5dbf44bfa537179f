import { openBackup, sealBackup } from '../../renderer/engine/devices/backup/backup-seal.ts';
import { good } from './engines.ts';

/** What is in a backup, opened. */
export async function plainOf(backup: Blob, secret: string): Promise<Uint8Array> {
  const opened = good(await openBackup(backup, secret));
  const plain = await opened.read(0, opened.size);
  if (plain === null) throw new Error('a backup of a test that does not open whole');
  return plain;
}

/** A backup of those bytes, as the format has it, whatever they are. */
export async function sealedBackup(plain: Uint8Array, passphrase: string): Promise<Blob> {
  const sealed = await sealBackup(new Blob([new Uint8Array(plain)]).stream(), { passphrase });
  return new Response(sealed).blob();
}

/** The same file with one bit of it another. */
export async function flippedAt(file: Blob, at: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return new Blob([bytes]);
}
