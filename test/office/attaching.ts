import type { ItemKey, RecordId } from '../../core/ids.ts';
import type { TakenFile } from '../../renderer/engine/api.ts';
import { sensitive } from './exchanging.ts';
import { trafficking } from './groups.ts';
import type { Laptop } from './laptop.ts';

/** Bytes that are not all the same. */
export function content(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_none, at) => (at * 31 + (at >> 8) * 7) & 255);
}

/** Writes a note with one file of so many bytes. */
export async function attaches(laptop: Laptop, size: number, level = sensitive): Promise<{ readonly record: RecordId; readonly taken: TakenFile }> {
  const taken = await laptop.engine.files.take({ intake: 'x', content: new Blob([content(size)]), level });
  if (!taken.ok) throw new Error(taken.failure.code);
  return { record: await writesWithFile(laptop, taken.value, level), taken: taken.value };
}

/** Writes a note with a file that was taken in before, here or elsewhere. */
export async function writesWithFile(laptop: Laptop, { file, sha256, size }: TakenFile, level = sensitive): Promise<RecordId> {
  const attachment = { key: 'k1' as ItemKey, order: 'a0', name: 'scan-canary.pdf', size, sha256, file };
  const saved = await laptop.engine.notebook.save({ kind: 'note', value: { title: 'With a file', jwg: trafficking, attachments: [attachment] }, level });
  if (!saved.ok) throw new Error(saved.failure.code);
  return saved.value.record;
}
