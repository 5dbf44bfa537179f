import { useEditorState, type Editor } from '@tiptap/react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useKeyInWords } from '../kit/key-words.ts';
import { useWords } from '../words/words.ts';
import classes from './rich-text.module.css';

type Tool = 'bold' | 'italic' | 'underline' | 'strike' | 'highlight' | 'heading' | 'subheading' | 'bulletList' | 'orderedList' | 'blockquote';

const tools: readonly { readonly name: Tool; readonly keys: string; readonly run: (editor: Editor) => void; readonly isOn: (editor: Editor) => boolean }[] = [
  { name: 'bold', keys: 'Mod+B', run: (editor) => editor.chain().focus().toggleBold().run(), isOn: (editor) => editor.isActive('bold') },
  { name: 'italic', keys: 'Mod+I', run: (editor) => editor.chain().focus().toggleItalic().run(), isOn: (editor) => editor.isActive('italic') },
  { name: 'underline', keys: 'Mod+U', run: (editor) => editor.chain().focus().toggleUnderline().run(), isOn: (editor) => editor.isActive('underline') },
  { name: 'strike', keys: 'Mod+Shift+S', run: (editor) => editor.chain().focus().toggleStrike().run(), isOn: (editor) => editor.isActive('strike') },
  { name: 'highlight', keys: 'Mod+Shift+H', run: (editor) => editor.chain().focus().toggleHighlight().run(), isOn: (editor) => editor.isActive('highlight') },
  { name: 'heading', keys: 'Mod+Alt+2', run: (editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(), isOn: (editor) => editor.isActive('heading', { level: 2 }) },
  { name: 'subheading', keys: 'Mod+Alt+3', run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(), isOn: (editor) => editor.isActive('heading', { level: 3 }) },
  { name: 'bulletList', keys: 'Mod+Shift+8', run: (editor) => editor.chain().focus().toggleBulletList().run(), isOn: (editor) => editor.isActive('bulletList') },
  { name: 'orderedList', keys: 'Mod+Shift+7', run: (editor) => editor.chain().focus().toggleOrderedList().run(), isOn: (editor) => editor.isActive('orderedList') },
  { name: 'blockquote', keys: 'Mod+Shift+B', run: (editor) => editor.chain().focus().toggleBlockquote().run(), isOn: (editor) => editor.isActive('blockquote') },
];

/** The tools as words. One stop for Tab; the arrows walk from tool to tool. */
export function RichTextToolbar({ editor }: { editor: Editor }) {
  const say = useWords('kit');
  const keyInWords = useKeyInWords();
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const on = useEditorState({ editor, selector: ({ editor: now }) => tools.map((tool) => tool.isOn(now)) });
  const walk = (event: KeyboardEvent) => {
    const next = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const at = (next + tools.length) % tools.length;
    setStop(at);
    bar.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div ref={bar} className={classes['toolbar']} role="toolbar" aria-label={say('rich-text.tools')} onKeyDown={walk}>
      {tools.map((tool, at) => (
        <button
          key={tool.name}
          type="button"
          className={classes['tool']}
          data-tool={tool.name}
          tabIndex={at === stop ? 0 : -1}
          aria-pressed={on[at] ?? false}
          title={tool.keys.split('+').map(keyInWords).join('+')}
          // The text keeps its selection while a tool is pressed.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => tool.run(editor)}
        >
          {say(`rich-text.${tool.name}`)}
        </button>
      ))}
    </div>
  );
}
