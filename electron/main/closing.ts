import type { BrowserWindow } from 'electron';
import type { PagePhase } from './page-phase.ts';

/** How long the page may take to keep what is being typed, in milliseconds. */
const patience = 5000;

export interface Closing {
  /** The page said where it is; `locked` after `closing` means that everything is kept. */
  phase(phase: PagePhase): void;
}

/**
 * A window with an open notebook is asked before it closes, so that what is being typed is kept.
 * A page that does not answer is closed all the same: the draft of its last pause is on the disk.
 */
export function closePolitely(window: BrowserWindow, askToKeep: () => void): Closing {
  let open = false;
  let waiting: NodeJS.Timeout | null = null;
  const close = () => {
    if (waiting !== null) clearTimeout(waiting);
    if (!window.isDestroyed()) window.destroy();
  };
  window.on('close', (event) => {
    if (!open || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (waiting !== null) return;
    waiting = setTimeout(close, patience);
    askToKeep();
  });
  // A page may not hold the window by refusing to be left.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  return {
    phase: (phase) => {
      open = phase === 'open';
      if (waiting !== null && !open) close();
    },
  };
}
