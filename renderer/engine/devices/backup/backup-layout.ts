import { strFromU8, strToU8 } from 'fflate';
import type { FileId } from '../../../../core/ids.ts';

/**
 * A backup with the contents of attached files is a tar archive, since that has no directory and no
 * limit on the whole: first the notebook, as a backup without files is, then each file as one entry,
 * its sealed list and behind it its sealed pieces. Where each entry lies is computed from the lengths
 * that the notebook's own list names, never read from the headers between them, so that one damaged
 * header costs nothing.
 */
const block = 512;
export const notebookEntry = 'notebook.zip';
/** Two empty blocks end a tar archive. */
export const archiveEnd = new Uint8Array(2 * block);

/** A file in a backup, as the notebook in it lists them, in their order. */
export interface FileEntry {
  readonly id: FileId;
  /** Bytes of its sealed list. */
  readonly list: number;
  /** Bytes of the sealed list and of all sealed pieces. */
  readonly bytes: number;
}

/** The header of an entry (POSIX.1-1988, "ustar"): names in ASCII, sizes below 8 GiB. */
export function entryHeader(name: string, size: number): Uint8Array {
  const header = new Uint8Array(block);
  const put = (text: string, at: number) => header.set(strToU8(text), at);
  put(name, 0);
  put('0000600\0', 100);
  put('0000000\0', 108);
  put('0000000\0', 116);
  put(`${size.toString(8).padStart(11, '0')}\0`, 124);
  put('00000000000\0', 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  const sum = header.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Zeros behind an entry of that size. */
export function entryPadding(size: number): Uint8Array {
  return new Uint8Array((block - (size % block)) % block);
}

/** Whether an archive begins as a bare notebook does, which is a zip file. */
export function isBareNotebook(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b;
}

export const headerBytes = block;

/** Bytes of the notebook, from the header of the first entry; `null` when the archive begins with anything else. */
export function notebookSize(header: Uint8Array): number | null {
  const name = strFromU8(header.subarray(0, 100)).replace(/\0+$/, '');
  const size = /^([0-7]{11})\0$/.exec(strFromU8(header.subarray(124, 136)))?.[1];
  return name !== notebookEntry || size === undefined ? null : Number.parseInt(size, 8);
}

/** What an entry takes in the archive, with its header and padding. */
export function entrySpan(size: number): number {
  return block + size + entryPadding(size).length;
}

/** Where the content of each file begins. */
export function placesOf(notebook: number, entries: readonly FileEntry[]): ReadonlyMap<FileId, number> {
  let at = entrySpan(notebook);
  const places = new Map<FileId, number>();
  for (const { id, bytes } of entries) {
    places.set(id, at + block);
    at += entrySpan(bytes);
  }
  return places;
}

/** Length of the whole archive. */
export function archiveSize(notebook: number, entries: readonly FileEntry[]): number {
  return entries.reduce((sum, { bytes }) => sum + entrySpan(bytes), entrySpan(notebook)) + archiveEnd.length;
}
