import { app, Menu, session, type BrowserWindow } from 'electron';
import { fileURLToPath } from 'node:url';
import type { BridgeChannelState, Command, Events } from '../preload/bridge.ts';
import { appInfo } from './app-info.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { openChannelDoor } from './channel-door.ts';
import { keepClipboard } from './clipboard.ts';
import { closePolitely } from './closing.ts';
import { offerContextMenu } from './context-menu.ts';
import { recoverFromCrash } from './crash-recovery.ts';
import { registerFiles } from './files.ts';
import { guardEverything } from './guards.ts';
import { openBridgehead, tell } from './ipc.ts';
import { openMainWindow } from './main-window.ts';
import { showMenu } from './menu.ts';
import { cutChromiumOff } from './network-guard.ts';
import { lockWithTheMachine } from './power.ts';
import { registerPrinting } from './printing/register-printing.ts';
import { demandSandbox } from './sandbox.ts';
import { languageOf, wordsIn } from './words.ts';

const bundle = fileURLToPath(new URL('../renderer/', import.meta.url));
const preload = fileURLToPath(new URL('./preload.cjs', import.meta.url));

let window: BrowserWindow | null = null;
const page = () => (window === null || window.isDestroyed() ? null : window.webContents);

function start(): void {
  const clipboard = keepClipboard();
  const { handle, demandAll } = openBridgehead(page);
  const channel = openChannelDoor(handle, (state: BridgeChannelState) => tell(page(), 'channel', state));
  serveApp(session.defaultSession, { bundle, forward: channel.forward });

  let words = wordsIn(languageOf(app.getLocale()));
  let open = false;
  const menu = () => showMenu({ open, words }, (command: Command) => tell(page(), 'command', command));

  const main = openMainWindow(preload);
  window = main;
  const closing = closePolitely(main, () => tell(page(), 'closing', null));
  recoverFromCrash(main, () => words);
  offerContextMenu(main, () => words);
  lockWithTheMachine((why: Events['lock-now']) => tell(page(), 'lock-now', why));

  const phase = (now: 'starting' | 'locked' | 'open') => {
    closing.phase(now);
    if (now !== 'open') {
      channel.forget();
      void clipboard.clearMarked();
    }
    if (open === (now === 'open')) return;
    open = now === 'open';
    menu();
  };
  // A page that loads anew, or has died, holds no keys any more: nothing of before is kept for it.
  main.webContents.on('did-navigate', () => phase('starting'));
  main.webContents.on('render-process-gone', () => phase('starting'));

  handle('app:info', appInfo);
  handle('clipboard:write', async ({ text, marked }) => {
    await clipboard.write(text, marked);
    return null;
  });
  handle('window:phase', (now) => {
    phase(now);
    return null;
  });
  handle('window:language', (language) => {
    words = wordsIn(language);
    menu();
    return null;
  });
  registerFiles(handle, () => main, () => words);
  registerPrinting(handle, bundle);
  demandAll();
  main.once('show', menu);
  main.once('closed', () => (window = null));
  app.once('will-quit', () => void clipboard.clearMarked());
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
if (!demandSandbox()) {
  process.stderr.write('Rapporteur does not start without its sandbox.\n');
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  guardEverything();
  app.on('second-instance', showAgain);
  app.on('activate', showAgain);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
}
