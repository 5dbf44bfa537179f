import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Answer } from '../preload/bridge.ts';
import { writeWhole } from './atomic-write.ts';
import { fileKinds, safeFileName, type FilePurpose } from './file-purpose.ts';
import type { Handle } from './ipc.ts';
import type { Words } from './words.ts';

/** Opening and saving: always through the system's dialog, so that the person picks the place. */
export function registerFiles(handle: Handle, window: () => BrowserWindow, words: () => Words): void {
  const filterOf = (purpose: FilePurpose): FileFilter => ({
    name: words().fileKinds[purpose],
    extensions: [...fileKinds[purpose].extensions],
  });
  handle('file:open', async ({ purpose }) => {
    const picked = await dialog.showOpenDialog(window(), {
      filters: [filterOf(purpose), { name: '*', extensions: ['*'] }],
      properties: ['openFile', 'dontAddToRecent'],
    });
    const path = picked.filePaths[0];
    return picked.canceled || path === undefined ? null : readWithin(path, fileKinds[purpose].limit);
  });
  handle('file:save', async ({ purpose, suggestedName, bytes }) => {
    const picked = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('documents'), safeFileName(suggestedName)),
      filters: [filterOf(purpose)],
      properties: ['showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (picked.canceled || picked.filePath === '') return null;
    const written = await writeWhole(picked.filePath, bytes);
    return written.ok ? { name: basename(picked.filePath) } : { failure: written.failure.code };
  });
}

async function readWithin(path: string, limit: number): Promise<Answer<'file:open'>> {
  try {
    const file = await open(path, 'r');
    try {
      const about = await file.stat();
      if (!about.isFile()) return { failure: 'unreadable' };
      if (about.size > limit) return { failure: 'too-large' };
      const bytes = new Uint8Array(await file.readFile());
      return bytes.length > limit ? { failure: 'too-large' } : { name: basename(path), bytes };
    } finally {
      await file.close();
    }
  } catch {
    return { failure: 'unreadable' };
  }
}
