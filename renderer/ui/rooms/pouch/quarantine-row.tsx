import { Button } from '@mantine/core';
import { useState } from 'react';
import type { QuarantinedRow } from '../../../engine/api.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { QuarantinedText } from './quarantined-text.tsx';
import classes from './pouch.module.css';

/** One letter that waits for somebody's word: who sent it, why it waits, what it says, and the word. */
export function QuarantineRow({ row }: { row: QuarantinedRow }) {
  const say = useWords('arrivals');
  const records = useWords('records');
  const engine = useEngine();
  const [open, setOpen] = useState(false);
  const vouch = async (says: 'accept' | 'reject') => {
    const answer = await engine.pouch.vouch([row.letter], says);
    if (!answer.ok) return tellFailure(answer.failure);
    tell(says === 'reject' ? say('quarantine.rejected') : say('quarantine.accepted', { count: answer.value.released }));
  };
  const { sender, reasons } = row;
  const title = row.title === '' ? records(`kinds.${row.kind}`) : row.title;
  return (
    <li>
      <p className={classes['heldTitle']}>{title}</p>
      <p className={classes['facts']}>
        <MarkingBadge level={row.level} /> {joined(records(`kinds.${row.kind}`), row.jwg, say('quarantine.from', { name: sender.name }), sender.institution, sender.country === '' ? '' : countryName(sender.country), say('quarantine.came', { when: instantInWords(row.arrived) }))}
      </p>
      {reasons.map((reason) => (
        <p key={reason}>{say(`quarantine.why.${reason}`)}</p>
      ))}
      {row.rejected ? <p>{say('quarantine.refusedBefore')}</p> : null}
      {row.mayDecide ? null : <p className={classes['up']}>{say('quarantine.notYours')}</p>}
      <div className={classes['byHandActs']}>
        <Act words={say(open ? 'quarantine.close' : 'quarantine.read')} of={title} expanded={open} onPress={() => setOpen(!open)} />
        {row.mayDecide ? (
          <>
            <Act words={say('quarantine.reject')} of={title} onPress={() => void vouch('reject')} />
            <Act words={say(reasons.includes('third-country') ? 'quarantine.verify' : 'quarantine.countersign')} of={title} likely onPress={() => void vouch('accept')} />
          </>
        ) : null}
      </div>
      {open ? <OpenedLetter row={row} /> : null}
    </li>
  );
}

interface ActProps {
  readonly words: string;
  /** What it is done to, for those who hear the button. */
  readonly of: string;
  readonly likely?: boolean;
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

function Act({ words, of, likely, expanded, onPress }: ActProps) {
  return (
    <Button {...(likely === true ? { variant: 'filled' } : {})} {...(expanded === undefined ? {} : { 'aria-expanded': expanded })} onClick={onPress}>
      {words}
      <span className="only-heard">: {of}</span>
    </Button>
  );
}

function OpenedLetter({ row }: { row: QuarantinedRow }) {
  const answer = useEngineQuery(['pouch', 'quarantined', row.letter], (engine) => engine.pouch.quarantined(row.letter)).data;
  if (answer === undefined) return null;
  return answer.ok ? <QuarantinedText letter={answer.value} /> : <ErrorSentence failure={answer.failure} />;
}
