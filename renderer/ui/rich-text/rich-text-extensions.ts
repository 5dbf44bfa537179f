import { Highlight } from '@tiptap/extension-highlight';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { StarterKit } from '@tiptap/starter-kit';
import type { AnyExtension } from '@tiptap/react';

/** Ctrl+Enter is "done" everywhere in the house; only Shift+Enter breaks a line. */
const LineBreak = HardBreak.extend({
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
  },
});

/** Two levels beneath the title; what is pasted from elsewhere becomes the nearer of them. */
const TwoHeadings = Heading.extend({
  parseHTML() {
    const level = (tag: string, attrs: { readonly level: number }) => ({ tag, attrs });
    return [level('h1', { level: 2 }), level('h2', { level: 2 }), ...['h3', 'h4', 'h5', 'h6'].map((tag) => level(tag, { level: 3 }))];
  },
}).configure({ levels: [2, 3] });

/** Cells of a pasted table become paragraphs, so that no two words grow together. */
const CellsToo = Paragraph.extend({
  parseHTML() {
    return [{ tag: 'p' }, { tag: 'td' }, { tag: 'th' }];
  },
});

/**
 * Exactly the nodes and marks that a record's rich text may hold (core/records/parts.ts). What is
 * pasted keeps these and loses everything else, since the editor has no place for it.
 */
export const richTextExtensions: readonly AnyExtension[] = [
  StarterKit.configure({
    heading: false,
    paragraph: false,
    code: false,
    codeBlock: false,
    link: false,
    hardBreak: false,
    trailingNode: false,
  }),
  TwoHeadings,
  CellsToo,
  LineBreak,
  Highlight.configure({ multicolor: false }),
];
