import { app, clipboard } from 'electron';
import { createHash } from 'node:crypto';
import type { Handle } from './ipc.ts';

/** How long marked text stays on the clipboard, in milliseconds. */
const markedStays = 60_000;

export interface KeptClipboard {
  /** Takes marked text off at once: on lock, on leaving. */
  clearMarked(): Promise<void>;
}

/** Text for the clipboard; marked text is taken off after a minute if nothing else was copied since. */
export function registerClipboard(handle: Handle): KeptClipboard {
  let ours: string | null = null;
  let timer: NodeJS.Timeout | null = null;
  const clearMarked = async () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const mark = ours;
    ours = null;
    // Reading became asynchronous in later versions; awaiting serves both.
    if (mark !== null && digest(await clipboard.readText()) === mark) clipboard.clear();
  };
  handle('clipboard:write', async ({ text, marked }) => {
    if (timer !== null) clearTimeout(timer);
    await clipboard.writeText(text);
    ours = marked ? digest(text) : null;
    timer = marked ? setTimeout(() => void clearMarked(), markedStays) : null;
    return null;
  });
  app.once('will-quit', () => void clearMarked());
  return { clearMarked };
}

// Only a digest is kept here: the text itself has no business in this process's memory for a minute.
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
