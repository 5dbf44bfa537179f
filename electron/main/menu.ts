import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { commands, type Command } from '../preload/bridge.ts';
import type { Handle } from './ipc.ts';
import { keysOf, menuPlan, type Entry } from './menu-plan.ts';
import type { PagePhase } from './page-phase.ts';
import { languageOf, wordsIn, type Words } from './words.ts';

export interface ShownMenu {
  /** The words in the language of the settings. */
  words(): Words;
  show(): void;
  phase(phase: PagePhase): void;
}

/** The menus: all of them while the notebook is open, few before; in the system's language until told another. */
export function registerMenu(handle: Handle, send: (command: Command) => void): ShownMenu {
  let words = wordsIn(languageOf(app.getLocale()));
  let open = false;
  const show = () => setMenus(open, words, send);
  handle('window:language', (language) => {
    words = wordsIn(language);
    show();
    return null;
  });
  return {
    show,
    words: () => words,
    phase: (phase) => {
      if (open === (phase === 'open')) return;
      open = phase === 'open';
      show();
    },
  };
}

// A key that the page handled itself does not reach the menus.
function setMenus(open: boolean, words: Words, send: (command: Command) => void): void {
  const menus = menuPlan(open, !app.isPackaged).map(({ name, entries }): MenuItemConstructorOptions => ({
    label: words[name],
    submenu: entries.map((entry) => itemOf(entry, words, send)),
  }));
  const own: readonly MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menus]));
}

function itemOf(entry: Entry, words: Words, send: (command: Command) => void): MenuItemConstructorOptions {
  if (entry === '-') return { type: 'separator' };
  if (isCommand(entry)) {
    const key = keysOf[entry];
    return { label: words.commands[entry], click: () => send(entry), ...(key === null ? {} : { accelerator: key }) };
  }
  return { label: words[entry], ...roles[entry] };
}

function isCommand(entry: Entry): entry is Command {
  return (commands as readonly string[]).includes(entry);
}

const roles: Readonly<Record<Exclude<Entry, Command | '-'>, MenuItemConstructorOptions>> = {
  cut: { role: 'cut' },
  copy: { role: 'copy' },
  paste: { role: 'paste' },
  pastePlain: { role: 'pasteAndMatchStyle' },
  selectAll: { role: 'selectAll' },
  quit: { role: 'quit' },
  actualSize: { role: 'resetZoom' },
  larger: { role: 'zoomIn' },
  smaller: { role: 'zoomOut' },
  fullScreen: { role: 'togglefullscreen' },
  developerTools: { role: 'toggleDevTools' },
  about: { role: 'about' },
};
