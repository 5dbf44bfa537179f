import { app, dialog, type BrowserWindow } from 'electron';
import type { Words } from './words.ts';

const tolerated = 3;
const withinMilliseconds = 60_000;

/**
 * A page that ends unexpectedly is loaded anew, locked: its keys ended with it. One that keeps
 * ending is not tried for ever; the person is told, and what was saved is safe.
 */
export function recoverFromCrash(window: BrowserWindow, words: () => Words): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < withinMilliseconds), now];
    if (crashes.length < tolerated) {
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(words().keepsStoppingTitle, words().keepsStopping);
    app.exit(1);
  });
}
