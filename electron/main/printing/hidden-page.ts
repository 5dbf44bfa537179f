import { BrowserWindow, type WebContents } from 'electron';
import type { PrintSession } from './print-session.ts';

/** A hidden window that shows one page after another and is closed when the work is done. */
export interface HiddenPage {
  readonly contents: WebContents;
  /** Shows a page; resolves when it is laid out with its fonts. */
  show(html: string): Promise<void>;
  close(): void;
}

/** Where the app's own question to the page is asked: the page itself runs no scripts. */
const ownWorld = 1;
/**
 * Lays the page out, which asks for its fonts, and waits until they are ready to be drawn with. A face that is still on
 * its way when the page is printed leaves white paper where its text should be, however the request for it stands here.
 */
const laidOut = 'document.documentElement.getBoundingClientRect(); document.fonts.ready.then(() => undefined)';

/**
 * A window that can do nothing but lay a page out: sandboxed, no preload, no scripts, no network. That
 * it opens and goes nowhere is the rule for every page (guards.ts).
 */
export function openHiddenPage(printing: PrintSession): HiddenPage {
  const window = new BrowserWindow({
    show: false,
    skipTaskbar: true,
    webPreferences: {
      session: printing.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
  return {
    contents: window.webContents,
    show: async (html) => {
      const page = printing.hold(html);
      try {
        await window.loadURL(page.url);
        await window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: laidOut }]);
      } finally {
        page.release();
      }
    },
    close: () => window.destroy(),
  };
}
