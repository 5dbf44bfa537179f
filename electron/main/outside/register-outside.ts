import { app, dialog, shell, type BrowserWindow, type FileFilter } from 'electron';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../../preload/bridge.ts';
import { fileKinds, safeFileName } from '../file-purpose.ts';
import type { Handle } from '../ipc.ts';
import type { Words } from '../words.ts';
import { opensElsewhere } from './opens-elsewhere.ts';
import { beginFile, makeReadOnly, placeToOpen, removeUnfinished, type OutgoingFile } from './outgoing-file.ts';

const gigabyte = 1024 * 1024 * 1024;
/** More than the largest attachment (core/files) and the largest pouch file; a backup has all attachments. */
const byteLimits = { save: 2 * gigabyte, open: 2 * gigabyte, backup: 1024 * gigabyte } as const;
type How = keyof typeof byteLimits;
/** Files that may be on their way out at once. */
const mostAtOnce = 8;

interface Going {
  readonly file: OutgoingFile;
  readonly how: How;
  size: number;
}

export interface Outside {
  /** Gives up what is under way and removes what was written for other programs to open. */
  forget(): void;
}

/**
 * Files that leave the app, by a person's leave: saved where they say, or written to a folder of
 * their own and handed to the system's program. What was handed over is removed at every lock and at
 * the next start; what that program keeps of it is out of reach, and the person was told so.
 */
export function registerOutside(handle: Handle, window: () => BrowserWindow, words: () => Words): Outside {
  const folder = join(app.getPath('userData'), 'outside');
  const going = new Map<string, Going>();
  const clear = () => rm(folder, { recursive: true, force: true }).catch(() => undefined);
  void clear();

  handle('outside:begin', async ({ how, suggestedName }) => {
    if (going.size >= mostAtOnce) return { failure: 'unwritable' };
    const name = safeFileName(suggestedName);
    if (how === 'open' && !opensElsewhere(name)) return { failure: 'not-opened-from-here' };
    const filters = how === 'backup' ? [{ name: words().fileKinds.backup, extensions: [...fileKinds.backup.extensions] }] : [];
    const path = how === 'open' ? await placeToOpen(folder, name).catch(() => null) : await askWhere(window(), name, filters);
    if (path === null) return how === 'open' ? { failure: 'unwritable' } : null;
    if (how === 'backup') await removeUnfinished(path, Date.now());
    const file = await beginFile(path);
    if (!file.ok) return { failure: file.failure.code };
    const id = randomBytes(12).toString('hex');
    going.set(id, { file: file.value, how, size: 0 });
    return { id };
  });
  handle('outside:piece', async ({ id, bytes }) => {
    const one = going.get(id);
    if (one === undefined) return { failure: 'unwritable' };
    one.size += bytes.length;
    const written = one.size > byteLimits[one.how] ? null : await one.file.add(bytes);
    if (written?.ok === true) return null;
    going.delete(id);
    if (written === null) await one.file.abandon();
    return { failure: written?.ok === false ? written.failure.code : 'unwritable' };
  });
  handle('outside:end', async ({ id }) => {
    const one = going.get(id);
    going.delete(id);
    return one === undefined ? { failure: 'unwritable' } : finish(one);
  });
  handle('outside:abandon', async ({ id }) => {
    const one = going.get(id);
    going.delete(id);
    await one?.file.abandon();
    return null;
  });
  app.on('will-quit', () => void clear());
  return {
    forget: () => {
      for (const one of going.values()) void one.file.abandon();
      going.clear();
      void clear();
    },
  };
}

async function askWhere(window: BrowserWindow, name: string, filters: FileFilter[]): Promise<string | null> {
  const picked = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), name),
    filters,
    properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
  });
  return picked.canceled || picked.filePath === '' ? null : picked.filePath;
}

async function finish({ file, how }: Going): Promise<Answer<'outside:end'>> {
  const ended = await file.end();
  if (!ended.ok) return { failure: ended.failure.code };
  if (how !== 'open') return { name: file.name };
  await makeReadOnly(file.path);
  const complaint = await shell.openPath(file.path);
  return complaint === '' ? { name: file.name } : { failure: 'no-program' };
}
