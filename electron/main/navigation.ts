import type { WebContents } from 'electron';
import { isPageAddress } from './page-address.ts';

/**
 * The page stays where it is. It may load itself anew (that is how it locks); every other
 * navigation, redirect, window, frame and webview is refused, a dropped file's too.
 */
export function holdInPlace(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (details) => {
    if (!isPageAddress(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isPageAddress(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
