import type { BrowserWindow } from 'electron';
import type { Payload } from '../preload/bridge.ts';
import type { Handle } from './ipc.ts';

export type PagePhase = Payload<'window:phase'>;

/**
 * Where the page is. It says so itself; a page that loads anew, or has died, is starting whatever
 * it said before: it holds no keys any more, and nothing of before is kept for it.
 */
export function followPhase(handle: Handle, window: BrowserWindow, changed: (phase: PagePhase) => void): void {
  handle('window:phase', (phase) => {
    changed(phase);
    return null;
  });
  window.webContents.on('did-navigate', () => changed('starting'));
  window.webContents.on('render-process-gone', () => changed('starting'));
}
