import { app, BrowserWindow, nativeTheme } from 'electron';
import { smallestWindow } from './fit-bounds.ts';
import { pageAddress } from './page-address.ts';
import { rememberPlace, windowPlace } from './window-state.ts';

/** The tokens' page colours, so that the window never flashes white (renderer/ui/theme). */
const paper = '#faf8f4';
const lampLit = '#1b1a18';

/** Opens the one window. It is shown when there is something to see. */
export function openMainWindow(preload: string): BrowserWindow {
  const { bounds, maximized } = windowPlace();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: app.name,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? lampLit : paper,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
      // Elsewhere Chromium would want to download dictionaries; the Mac's own checker needs none.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.once('ready-to-show', () => window.show());
  rememberPlace(window);
  void window.loadURL(pageAddress);
  return window;
}
