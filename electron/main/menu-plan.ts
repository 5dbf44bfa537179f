import type { Command } from '../preload/bridge.ts';

/** The key of each command; `null` where the menu alone is enough. */
export const keysOf: Readonly<Record<Command, string | null>> = {
  'new-note': 'CommandOrControl+N',
  'new-meeting': 'CommandOrControl+Shift+M',
  'new-case': null,
  'new-action': null,
  'new-request': null,
  'new-contact': null,
  'new-subject': null,
  'new-activity': null,
  'new-authority': null,
  'new-jwg': null,
  'new-series': null,
  'new-proceedings': null,
  'new-protection': null,
  'new-indicator': null,
  commands: 'CommandOrControl+K',
  'find-here': 'CommandOrControl+F',
  'find-everywhere': 'CommandOrControl+Shift+F',
  lock: 'CommandOrControl+L',
  done: 'CommandOrControl+Enter',
  undo: 'CommandOrControl+Z',
  redo: 'CommandOrControl+Shift+Z',
  'next-pane': 'F6',
  export: 'CommandOrControl+Shift+E',
  deliver: 'CommandOrControl+Shift+D',
  settings: 'CommandOrControl+,',
  'go-today': 'CommandOrControl+1',
  'go-cases': 'CommandOrControl+2',
  'go-notes': 'CommandOrControl+3',
  'go-meetings': 'CommandOrControl+4',
  'go-actions': 'CommandOrControl+5',
  'go-pouch': 'CommandOrControl+6',
  'go-requests': 'CommandOrControl+7',
  'go-contacts': 'CommandOrControl+8',
  'go-subjects': 'CommandOrControl+9',
  'go-groups': null,
  'go-advisory': null,
  'go-authorities': null,
  'go-my-actions': null,
  'go-series': null,
  'go-proceedings': null,
  'go-protection': null,
  'go-report': null,
  'go-indicators': null,
  'go-import': null,
  'go-registers': null,
  'go-guide': null,
  shortcuts: 'F1',
};

/** What a menu holds, in order; `-` is a line between. Names of Electron's own roles stand as they are. */
export type Entry = Command | '-' | 'cut' | 'copy' | 'paste' | 'pastePlain' | 'selectAll' | 'quit' | 'actualSize' | 'larger' | 'smaller' | 'fullScreen' | 'developerTools' | 'about';
export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'help';

/** The menus of an open notebook, every command in one of them; of a locked one only what needs no key. */
export function menuPlan(open: boolean, development: boolean): readonly { readonly name: MenuName; readonly entries: readonly Entry[] }[] {
  const clipboard: readonly Entry[] = ['cut', 'copy', 'paste', 'pastePlain', '-', 'selectAll'];
  const view: readonly Entry[] = ['actualSize', 'larger', 'smaller', '-', 'fullScreen', ...(development ? (['-', 'developerTools'] as const) : [])];
  if (!open) {
    return [
      { name: 'file', entries: ['quit'] },
      { name: 'edit', entries: clipboard },
      { name: 'view', entries: view },
      { name: 'help', entries: ['about'] },
    ];
  }
  return [
    { name: 'file', entries: ['new-note', 'new-meeting', 'new-case', 'new-action', 'new-request', 'new-contact', 'new-subject', 'new-activity', '-', 'new-authority', 'new-jwg', 'new-series', 'new-proceedings', 'new-protection', 'new-indicator', '-', 'done', 'go-import', 'export', '-', 'deliver', '-', 'settings', 'lock', '-', 'quit'] },
    { name: 'edit', entries: ['undo', 'redo', '-', ...clipboard, '-', 'find-here', 'find-everywhere'] },
    { name: 'view', entries: [...view, '-', 'next-pane'] },
    { name: 'go', entries: ['commands', '-', 'go-today', 'go-cases', 'go-notes', 'go-meetings', 'go-actions', 'go-my-actions', 'go-requests', 'go-contacts', 'go-subjects', 'go-groups', 'go-advisory', 'go-report', '-', 'go-series', 'go-proceedings', 'go-authorities', 'go-protection', 'go-indicators', '-', 'go-pouch', 'go-registers'] },
    { name: 'help', entries: ['go-guide', 'shortcuts', '-', 'about'] },
  ];
}
