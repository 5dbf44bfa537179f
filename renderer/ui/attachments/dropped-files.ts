import { compareWords } from '../words/language.ts';

/** A file with the place it had in a folder that came with it. */
export interface Dropped {
  readonly file: File;
  readonly name: string;
}

/** More than this from one folder is an import, not an attachment. */
export const mostFiles = 500;

/** Whether something dragged or pasted holds files at all. */
export function holdsFiles(transfer: DataTransfer | null): boolean {
  return transfer !== null && [...transfer.items].some((item) => item.kind === 'file');
}

/**
 * The files of a drop, those inside folders too. To be called in the event itself: what was dropped is
 * gone afterwards. What cannot be read is left out and counted.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<{ readonly files: readonly Dropped[]; readonly unreadable: number }> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    const file = item.kind === 'file' ? item.getAsFile() : null;
    return entry !== null || file !== null ? [{ entry, file }] : [];
  });
  const files: Dropped[] = [];
  let unreadable = 0;
  for (const { entry, file } of entries) {
    if (entry === null || entry.isFile) {
      const whole = file ?? (entry === null ? null : await fileOf(entry as FileSystemFileEntry));
      if (whole === null) unreadable += 1;
      else files.push({ file: whole, name: whole.name });
      continue;
    }
    unreadable += await collect(entry as FileSystemDirectoryEntry, '', files);
  }
  return { files, unreadable };
}

async function collect(folder: FileSystemDirectoryEntry, within: string, into: Dropped[]): Promise<number> {
  let unreadable = 0;
  for (const entry of await entriesOf(folder)) {
    if (into.length >= mostFiles) return unreadable;
    // What the system keeps for itself (.DS_Store, Thumbs.db) is nobody's attachment.
    if (entry.name.startsWith('.') || entry.name === 'Thumbs.db' || entry.name === 'desktop.ini') continue;
    if (entry.isDirectory) {
      unreadable += await collect(entry as FileSystemDirectoryEntry, `${within}${entry.name}/`, into);
      continue;
    }
    const file = await fileOf(entry as FileSystemFileEntry);
    if (file === null) unreadable += 1;
    else into.push({ file, name: `${within}${file.name}` });
  }
  return unreadable;
}

function fileOf(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** A folder is read in portions; an empty one says that it was the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all.toSorted((one, other) => compareWords(one.name, other.name));
    all.push(...some);
  }
}
