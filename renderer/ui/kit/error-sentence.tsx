import type { ReactNode } from 'react';
import type { Failure } from '../../../core/result.ts';
import { sentenceOf } from '../words/failures.ts';
import { useWords } from '../words/words.ts';
import classes from './error-sentence.module.css';

/** What happened, what is safe, what to do; `act` is the button that does it. */
export function ErrorSentence({ failure, act }: { failure: Failure; act?: ReactNode }) {
  const sentence = sentenceOf(failure, useWords('failures'));
  return (
    <div className={classes['error']} role="alert">
      <p>
        <strong>{sentence.happened}</strong> {sentence.safe} {sentence.todo}
      </p>
      {act}
    </div>
  );
}
