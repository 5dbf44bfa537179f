import { Highlight } from '@tiptap/extension-highlight';
import { HardBreak } from '@tiptap/extension-hard-break';
import { StarterKit } from '@tiptap/starter-kit';
import type { AnyExtension } from '@tiptap/react';

/** Ctrl+Enter is "done" everywhere in the house; only Shift+Enter breaks a line. */
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});

/**
 * Exactly the nodes and marks that a record's rich text may hold (core/records/parts.ts). What is
 * pasted keeps these and loses everything else, since the editor has no place for it.
 */
export const richTextExtensions: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: { levels: [2, 3] },
    code: false,
    codeBlock: false,
    link: false,
    hardBreak: false,
    trailingNode: false,
  }),
  LineBreak,
  Highlight.configure({ multicolor: false }),
];
