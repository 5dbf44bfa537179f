import { app, Menu, session, type BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';
import { appInfo } from './app-info.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { openChannelDoor } from './channel-door.ts';
import { registerClipboard } from './clipboard.ts';
import { closePolitely } from './closing.ts';
import { offerContextMenu } from './context-menu.ts';
import { recoverFromCrash } from './crash-recovery.ts';
import { registerFiles } from './files.ts';
import { guardEverything } from './guards.ts';
import { openBridgehead, tell } from './ipc.ts';
import { openMainWindow } from './main-window.ts';
import { registerMenu } from './menu.ts';
import { cutChromiumOff } from './network-guard.ts';
import { registerOutside } from './outside/register-outside.ts';
import { followPhase } from './page-phase.ts';
import { lockWithTheMachine } from './power.ts';
import { registerPrinting } from './printing/register-printing.ts';
import { demandSandbox } from './sandbox.ts';
import { refusedSwitches } from './start-switches.ts';
import { mendStore } from './store/mend-store.ts';

const bundle = fileURLToPath(new URL('../renderer/', import.meta.url));
const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));

let window: BrowserWindow | null = null;
const page = () => (window === null || window.isDestroyed() ? null : window.webContents);

function start(): void {
  const { handle, demandAll } = openBridgehead(page);
  const clipboard = registerClipboard(handle);
  const channel = openChannelDoor(handle, (state) => tell(page(), 'channel', state));
  serveApp(session.defaultSession, { bundle, forward: channel.forward });

  const main = openMainWindow(preload);
  window = main;
  main.once('closed', () => (window = null));
  const menu = registerMenu(handle, (command) => tell(page(), 'command', command));
  main.once('show', menu.show);
  const outside = registerOutside(handle, () => main, menu.words);
  const closing = closePolitely(main, () => tell(page(), 'closing', null));
  followPhase(handle, main, (phase) => {
    closing.phase(phase);
    menu.phase(phase);
    if (phase === 'open') return;
    channel.forget();
    outside.forget();
    void clipboard.clearMarked();
  });
  recoverFromCrash(main, menu.words);
  offerContextMenu(main, menu.words);
  lockWithTheMachine((why) => tell(page(), 'lock-now', why));
  handle('app:info', appInfo);
  registerFiles(handle, () => main, menu.words);
  registerPrinting(handle, bundle);
  demandAll();
}

function showAgain(): void {
  if (window === null || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

app.setName('Rapporteur');
// Without this Electron builds a default menu at start, only to be replaced.
Menu.setApplicationMenu(null);
registerAppScheme();
cutChromiumOff();
if (!demandSandbox() || (app.isPackaged && refusedSwitches(process.argv).length > 0)) {
  process.stderr.write('Rapporteur does not start without its sandbox, nor with switches that let others look into it.\n');
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  guardEverything();
  app.on('second-instance', showAgain);
  app.on('activate', showAgain);
  app.on('window-all-closed', () => app.quit());
  // Before any page is there, since Chromium opens the store for the first page that asks.
  void Promise.all([app.whenReady(), mendStore(app.getPath('userData'))]).then(start);
}
