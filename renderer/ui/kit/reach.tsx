import { Button } from '@mantine/core';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { useCopyMarked } from './copy-marked.ts';
import { tell } from './undo.ts';
import classes from './reach.module.css';

export interface ReachLine {
  readonly key: string;
  /** A number or an address, as it is dialled or written. */
  readonly text: string;
  /** Whose it is, what sort, when to use it. */
  readonly about: readonly (string | null | undefined)[];
}

/** Ways to reach somebody, large enough to be dialled from, each copied at a press; `small` within a list. */
export function ReachLines({ lines, small }: { lines: readonly ReachLine[]; small?: boolean }) {
  return (
    <ul className={classes['lines']} data-small={small === true || undefined}>
      {lines.map((line) => (
        <li key={line.key} className={classes['line']}>
          {line.text === '' ? null : <span className={classes['number']}>{line.text}</span>}
          {line.text === '' ? null : <CopyButton text={line.text} {...(small === undefined ? {} : { small })} />}
          <span className={classes['quiet']}>{joined(...line.about)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Copies a number; it leaves the clipboard after a minute. */
function CopyButton({ text, small }: { text: string; small?: boolean }) {
  const say = useWords('kit');
  const copyMarked = useCopyMarked();
  const copy = () => void copyMarked(text).then((done) => (done ? tell(say('reach.copied')) : undefined));
  return (
    <Button variant="subtle" {...(small === true ? { size: 'compact-xs' } : {})} aria-label={say('reach.copyOf', { text })} onClick={copy}>
      {say('reach.copy')}
    </Button>
  );
}
