import { app, BrowserWindow, nativeTheme } from 'electron';
import { smallestWindow } from './fit-bounds.ts';
import { isPageAddress, pageAddress } from './page-address.ts';
import { rememberPlace, windowPlace } from './window-state.ts';

/** The colours behind the page (renderer/ui/theme/tokens.css), so that the window never flashes white. */
const desk = '#e9e5db';
const deskByLamp = '#171411';

/** Opens the one window. It is shown when there is something to see. */
export function openMainWindow(preload: string): BrowserWindow {
  const { bounds, maximized } = windowPlace();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: app.name,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? deskByLamp : desk,
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
      // Interfaces to the machine that nothing here has a use for are not there to be asked.
      disableBlinkFeatures: 'FileSystemAccessLocal,WebUSB,WebHID,Serial,WebBluetooth,WebNFC,PaymentRequest,Presentation,RemotePlayback',
      devTools: !app.isPackaged,
      // Elsewhere Chromium would want to download dictionaries; the Mac's own checker needs none.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window);
  // Chromium shows the empty page without asking anybody; wherever it ends up, it comes back.
  window.webContents.on('did-navigate', (_event, address) => {
    if (!isPageAddress(address)) void window.loadURL(pageAddress);
  });
  void window.loadURL(pageAddress);
  return window;
}
