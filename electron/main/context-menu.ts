import { Menu, type BrowserWindow } from 'electron';
import type { Words } from './words.ts';

/** Cut, copy and paste at the pointer, where they do something. */
export function offerContextMenu(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText === '') return;
    const { cut, copy, paste, pastePlain, selectAll } = words();
    const editing = [
      { label: cut, role: 'cut' as const, enabled: editFlags.canCut },
      { label: copy, role: 'copy' as const, enabled: editFlags.canCopy },
      { label: paste, role: 'paste' as const, enabled: editFlags.canPaste },
      { label: pastePlain, role: 'pasteAndMatchStyle' as const, enabled: editFlags.canPaste },
      { type: 'separator' as const },
      { label: selectAll, role: 'selectAll' as const, enabled: editFlags.canSelectAll },
    ];
    Menu.buildFromTemplate(isEditable ? editing : [{ label: copy, role: 'copy' as const }]).popup({ window });
  });
}
