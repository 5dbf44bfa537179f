import '@mantine/tiptap/styles.layer.css';
import { RichTextEditor } from '@mantine/tiptap';
import { useEditor, type AnyExtension, type Editor } from '@tiptap/react';
import { useEffect, type Ref, useImperativeHandle } from 'react';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { styleNonce } from '../theme/style-nonce.ts';
import { forEditor, fromEditor } from './rich-text-content.ts';
import { richTextExtensions } from './rich-text-extensions.ts';
import { RichTextToolbar } from './rich-text-toolbar.tsx';
import classes from './rich-text.module.css';

export interface RichTextHandle {
  /** The text as it stands, for the draft or the record. */
  read(): RichTextNode;
  focusAtEnd(): void;
}

export interface RichTextInputProps {
  readonly ref: Ref<RichTextHandle>;
  /** The text to begin with; read once. */
  readonly initial: unknown;
  readonly label: string;
  readonly placeholder: string;
  /** BCP 47 language of what is written. */
  readonly language: string;
  /** The caret stands at the end of the text from the beginning. */
  readonly autoFocus: boolean;
  readonly onChange: () => void;
}

/** A page to write on: the words are the loudest thing, the tools a quiet line above them. */
export function RichTextInput({ ref, initial, label, placeholder, language, autoFocus, onChange }: RichTextInputProps) {
  const editor = useEditor({
    extensions: [...richTextExtensions] as AnyExtension[],
    content: forEditor(initial),
    autofocus: autoFocus ? 'end' : false,
    injectNonce: styleNonce(),
    editorProps: propsOf(label, placeholder, language),
    onUpdate: onChange,
  });
  useEffect(() => {
    editor?.setOptions({ editorProps: propsOf(label, placeholder, language) });
  }, [editor, label, placeholder, language]);
  useImperativeHandle(ref, () => handleOf(editor, initial), [editor, initial]);
  return (
    <RichTextEditor editor={editor} variant="subtle" withTypographyStyles={false} className={classes['editor'] ?? ''}>
      {editor === null ? null : <RichTextToolbar editor={editor} />}
      <RichTextEditor.Content className={classes['content'] ?? ''} data-testid="rich-text" />
    </RichTextEditor>
  );
}

function handleOf(editor: Editor | null, initial: unknown): RichTextHandle {
  return {
    read: () => fromEditor(editor === null ? forEditor(initial) : editor.getJSON()),
    focusAtEnd: () => editor?.commands.focus('end'),
  };
}

function propsOf(label: string, placeholder: string, language: string) {
  return { attributes: attributesOf(label, placeholder, language), handleDOMEvents: { keydown: isForTheHouse } };
}

/** Ctrl+Enter and Escape are the house's: the editor would swallow them. */
function isForTheHouse(_view: unknown, event: KeyboardEvent): boolean {
  return event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
}

function attributesOf(label: string, placeholder: string, language: string): Record<string, string> {
  return {
    'aria-label': label,
    'aria-multiline': 'true',
    'data-placeholder': placeholder,
    role: 'textbox',
    lang: language,
    spellcheck: 'true',
    class: classes['text'] ?? '',
  };
}
