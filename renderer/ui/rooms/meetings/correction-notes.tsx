import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { markedPieces, stateOfCorrection, type NumberedCorrection } from '../../../../core/meetings/corrections.ts';
import { MarkedDifference } from '../../changes/marked-difference.tsx';
import { paths } from '../../kit/paths.ts';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './corrections.module.css';

/** What can be done with a correction that nothing was decided of. */
export interface CorrectionActs {
  readonly decide: (correction: NumberedCorrection, decision: 'approved' | 'rejected') => void;
  /** Only who proposed it withdraws it. */
  readonly mayWithdraw: (correction: NumberedCorrection) => boolean;
  readonly withdraw: (correction: NumberedCorrection) => void;
}

/** A passage with its corrections beside it, or under it where there is no room. */
export function BesideText({ notes, acts, children }: { notes: readonly NumberedCorrection[]; acts: CorrectionActs; children: ReactNode }) {
  if (notes.length === 0) return <div>{children}</div>;
  return (
    <div className={classes['beside']}>
      <div>{children}</div>
      <CorrectionNotes notes={notes} acts={acts} />
    </div>
  );
}

export function CorrectionNotes({ notes, acts }: { notes: readonly NumberedCorrection[]; acts: CorrectionActs }) {
  return (
    <div className={classes['notes']}>
      {notes.map((one) => (
        <CorrectionNote key={one.key} one={one} acts={acts} />
      ))}
    </div>
  );
}

/** The text with the passages marked that were corrected, and the numbers of their corrections. */
export function MarkedText({ text, notes }: { text: string; notes: readonly NumberedCorrection[] }) {
  const said = notes.filter((one) => ['proposed', 'approved'].includes(stateOfCorrection(one)));
  if (said.length === 0) return text;
  const pieces = markedPieces(text, said.map((one) => one.passage));
  return (
    <>
      {pieces.map((piece, at) => {
        const key = `${String(at)} ${String(piece.corrected)}`;
        return piece.corrected ? <mark key={key} className={classes['passage']}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
      })}
      {said.map((one) => (
        <sup key={one.key} className={classes['number']}>{`[${String(one.number)}]`}</sup>
      ))}
    </>
  );
}

function CorrectionNote({ one, acts }: { one: NumberedCorrection; acts: CorrectionActs }) {
  const say = useWords('meetings');
  const state = stateOfCorrection(one);
  const number = { number: one.number };
  return (
    <section className={classes['note']} data-state={state} aria-label={say('corrections.one', number)}>
      <p className={classes['noteHead']}>
        {say('corrections.one', number)} · {say(`corrections.state.${state}`)}
      </p>
      {one.wording === '' ? <p><del>{one.passage}</del> {say('corrections.struckOut')}</p> : <MarkedDifference before={one.passage} after={one.wording} />}
      <p>{say('corrections.because', { reason: one.reason })}</p>
      <p className={classes['quiet']}>{say('corrections.proposedBy', { name: one.by, day: one.on === null ? '' : dayInWords(one.on) })}</p>
      <Decided one={one} />
      {state === 'proposed' ? (
        <div className={classes['acts']}>
          <Button size="compact-sm" aria-label={say('corrections.approveOf', number)} onClick={() => acts.decide(one, 'approved')}>{say('corrections.approve')}</Button>
          <Button size="compact-sm" variant="subtle" aria-label={say('corrections.rejectOf', number)} onClick={() => acts.decide(one, 'rejected')}>{say('corrections.reject')}</Button>
          {acts.mayWithdraw(one) ? <Button size="compact-sm" variant="subtle" aria-label={say('corrections.withdrawOf', number)} onClick={() => acts.withdraw(one)}>{say('corrections.withdraw')}</Button> : null}
        </div>
      ) : null}
    </section>
  );
}

function Decided({ one: { by, decision, decidedAs, decidedBy, decidedOn, decidedAt } }: { one: NumberedCorrection }) {
  const say = useWords('meetings');
  if (decision === null || decidedOn === null) return null;
  if (decision === 'withdrawn') return <p className={classes['quiet']}>{say('corrections.withdrawnBy', { name: by, day: dayInWords(decidedOn) })}</p>;
  const words = say(`corrections.decided.${decision}.${decidedAs ?? 'meeting'}`, { name: decidedBy, day: dayInWords(decidedOn) });
  return <p className={classes['quiet']}>{decidedAt === null ? words : <Link href={paths.meeting(decidedAt)}>{words}</Link>}</p>;
}
