import { Button } from '@mantine/core';
import { useWords } from '../words/words.ts';
import classes from './picked-file.module.css';

export interface PickedFileProps {
  readonly file: { readonly name: string } | null;
  readonly open: string;
  readonly another: string;
  readonly onOpen: () => void;
  /** Why it is needed, once it was missed. */
  readonly error?: string | null;
}

/** A file to be opened, and its name once it was. */
export function PickedFile({ file, open, another, onOpen, error }: PickedFileProps) {
  const say = useWords('laptop');
  return (
    <div className={classes['picked']}>
      <Button onClick={onOpen}>{file === null ? open : another}</Button>
      <span className={classes['name']} role="status">
        {file === null ? '' : say('opened', { name: file.name })}
      </span>
      {error === null || error === undefined ? null : (
        <p className={classes['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
