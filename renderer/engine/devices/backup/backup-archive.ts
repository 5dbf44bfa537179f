import type { FileReference } from '../../../../core/files/sealed-file.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import type { FileId } from '../../../../core/ids.ts';
import type { RestoreFailure } from '../devices-api.ts';
import type { AgeFile } from './age-file.ts';
import { contentLimit, unpackBackup, type BackupContent } from './backup-content.ts';
import { archiveSize, headerBytes, isBareNotebook, notebookSize, placesOf, type FileEntry } from './backup-layout.ts';
import { openBackup } from './backup-seal.ts';

/** An opened backup: the notebook in it, checked, and the files behind it, of which nothing was read yet. */
export interface BackupArchive {
  readonly content: BackupContent;
  /** Whether the file goes on to its end. Of one that does not, everything before the cut is good. */
  readonly whole: boolean;
  readonly files: FilesInBackup;
  close(): void;
}

/** The files in a backup, as sealed as they were. */
export interface FilesInBackup {
  has(file: FileId): boolean;
  /** `null`: damaged, or behind the cut. Whoever reads checks it against the record that names it. */
  list({ id }: FileReference): Promise<Uint8Array | null>;
  /** `at` bytes behind the list. */
  piece({ id }: FileReference, at: number, length: number): Promise<Uint8Array | null>;
}

/** Opens a backup of today, or of before there were files in one. One that is cut within the notebook is `backup-altered`. */
export async function openArchive(file: Blob, secret: string): Promise<Result<BackupArchive, RestoreFailure>> {
  const opened = await openBackup(file, secret);
  if (!opened.ok) return opened;
  const archive = await archiveIn(opened.value);
  if (!archive.ok) opened.value.close();
  return archive;
}

async function archiveIn(plain: AgeFile): Promise<Result<BackupArchive, RestoreFailure>> {
  const whole = await plain.isWhole();
  const head = await plain.read(0, Math.min(headerBytes, plain.size));
  if (head === null) return failed('backup-altered');
  if (isBareNotebook(head)) return whole ? bareNotebook(plain) : failed('backup-altered');
  const size = notebookSize(head);
  if (size === null) return failed(whole ? 'backup-unreadable' : 'backup-altered');
  const content = await notebookAt(plain, headerBytes, size);
  if (!content.ok) return content;
  const { files } = content.value;
  return ok({ content: content.value, whole: whole && plain.size === archiveSize(size, files), files: filesIn(plain, files, size), close: () => plain.close() });
}

/** A backup without the contents of files, and every backup of before they could be in one. */
async function bareNotebook(plain: AgeFile): Promise<Result<BackupArchive, RestoreFailure>> {
  const content = await notebookAt(plain, 0, plain.size);
  return content.ok ? ok({ content: content.value, whole: true, files: filesIn(plain, [], 0), close: () => plain.close() }) : content;
}

async function notebookAt(plain: AgeFile, at: number, size: number): Promise<Result<BackupContent, RestoreFailure>> {
  const bytes = size > contentLimit ? null : await plain.read(at, size);
  return bytes === null ? failed('backup-altered') : unpackBackup(bytes);
}

function filesIn(plain: AgeFile, entries: readonly FileEntry[], notebook: number): FilesInBackup {
  const places = placesOf(notebook, entries);
  const listed = new Map(entries.map((entry) => [entry.id, entry]));
  const part = async (id: FileId, from: number, length: number) => {
    const [place, entry] = [places.get(id), listed.get(id)];
    return place === undefined || entry === undefined || from + length > entry.bytes ? null : plain.read(place + from, length);
  };
  return {
    has: (file) => listed.has(file),
    list: ({ id }) => part(id, 0, listed.get(id)?.list ?? 0),
    piece: ({ id }, at, length) => part(id, (listed.get(id)?.list ?? 0) + at, length),
  };
}
