import { Button, Progress } from '@mantine/core';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { sizeInWords } from './file-words.ts';
import type { Taking } from './use-taking.ts';
import classes from './attachments.module.css';

/** A file on its way in, or why it did not come in. */
export function TakingRow({ taking, onDismiss }: { taking: Taking; onDismiss: () => void }) {
  const say = useWords('attachments');
  const { name, size, share, failure } = taking;
  return (
    <li className={classes['item']}>
      <div className={classes['row']}>
        <span className={classes['name']}>{name}</span>
        <span className={classes['acts']}>
          <Button size="compact-xs" variant="subtle" aria-label={say(failure === null ? 'stopOne' : 'dismissOne', { name })} onClick={onDismiss}>
            {say(failure === null ? 'stop' : 'dismiss')}
          </Button>
        </span>
        <span className={classes['facts']}>{sizeInWords(size)}</span>
      </div>
      {failure === null ? <Progress value={share * 100} size={4} radius={0} aria-label={say('taking', { name })} transitionDuration={100} /> : <ErrorSentence failure={failure} />}
    </li>
  );
}
