import { Button } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '../../../engine/api.ts';
import { Notice } from '../../kit/notice.tsx';
import { Section } from '../../kit/section.tsx';
import { dayInWords } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { CloseCaseDialog } from './close-case-dialog.tsx';
import classes from './cases.module.css';

const parts = ['outcome', 'achieved', 'staysOpen'] as const;

/** How the case ended. A case that was closed without it says so, and asks for it. */
export function ClosingSummary({ view }: { view: RecordView<'case'> }) {
  const say = useWords('cases');
  const words = useKindWords('case');
  const [writing, setWriting] = useState(false);
  const { value } = view;
  const written = parts.filter((part) => value[part].trim() !== '');
  const isClosed = value.phase === 'closed';
  if (!isClosed && written.length === 0) return null;
  const write = <Button onClick={() => setWriting(true)}>{say(written.length === 0 ? 'closing.write' : 'closing.change')}</Button>;
  return (
    <>
      {written.length === 0 ? (
        <Notice act={write}>{say('closing.missing')}</Notice>
      ) : (
        <Section title={say('closing.heading')} {...(isClosed ? { acts: write } : {})}>
          {value.closed === null ? null : <p className={classes['quiet']}>{say('closing.since', { day: dayInWords(value.closed) })}</p>}
          {isClosed ? null : <p className={classes['quiet']}>{say('closing.reopened')}</p>}
          {written.map((part) => (
            <div key={part} className={classes['closing']}>
              <h3 className={classes['closingName']}>{words.field(part)}</h3>
              <p className={classes['closingText']}>{value[part]}</p>
            </div>
          ))}
        </Section>
      )}
      {writing ? <CloseCaseDialog view={view} onClose={() => setWriting(false)} /> : null}
    </>
  );
}
