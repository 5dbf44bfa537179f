import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Day, RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { isRestricted, type Reviewed } from '../../../../core/persons/restriction.ts';
import type { Failure } from '../../../../core/result.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { dayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ErrorSentence } from '../error-sentence.tsx';
import { MarkingBadge } from '../marking-badge.tsx';
import { outsideStore } from '../outside-store.ts';
import { DetailPage, PageHead } from '../room-layout.tsx';
import classes from './record-page.module.css';

/** What was opened for a reason since the notebook was unlocked: the page is loaded anew at every lock. */
const revealed = outsideStore<ReadonlySet<RecordId>>(new Set());

/**
 * A record whose review is overdue is out of sight: it is shown once somebody has said why they open
 * it, and the reason stands in the consultation log.
 */
export function RevealGate<Kind extends RecordKind>({ view, children }: { view: RecordView<Kind>; children: ReactNode }) {
  const shown = revealed.use();
  const due = overdueSince(view);
  return due === null || shown.has(view.record) ? children : <Question view={view} due={due} />;
}

function overdueSince({ kind, value }: RecordView): Day | null {
  if (kind !== 'subject' && kind !== 'protection') return null;
  const reviewed = value as Reviewed;
  return isRestricted(reviewed, today()) ? (reviewed.reviewBy ?? null) : null;
}

function Question({ view, due }: { view: RecordView; due: Day }) {
  const say = useWords('registers');
  const engine = useEngine();
  const [why, setWhy] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async (reason: string) => {
    const answer = await engine.registers.reveal(view.kind, view.record, reason);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) revealed.change((known) => new Set([...known, view.record]));
  };
  return (
    <DetailPage>
      <PageHead title={say('reveal.title')} facts={<MarkingBadge level={view.level} />} />
      <form
        className={classes['reveal']}
        onSubmit={(event) => {
          event.preventDefault();
          if (why.trim() !== '') void open(why);
        }}
      >
        <p>{say('reveal.about', { day: dayInWords(due) })}</p>
        <Button variant="filled" onClick={() => void open(say('reveal.reviewing'))}>
          {say('reveal.review')}
        </Button>
        <Textarea label={say('reveal.reason')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} maxLength={500} autosize minRows={2} />
        {failure === null ? null : <ErrorSentence failure={failure} />}
        <Button type="submit" disabled={why.trim() === ''}>
          {say('reveal.open')}
        </Button>
      </form>
    </DetailPage>
  );
}
