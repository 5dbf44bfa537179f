import { Button } from '@mantine/core';
import type { Today } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { runCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { longDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { DueActions } from './due-actions.tsx';
import { Clocks } from './clocks.tsx';
import { LaptopNotices } from './laptop-notices.tsx';
import { PendingRequests } from './pending-requests.tsx';
import { PouchLine } from './pouch-line.tsx';
import { Conflicts, Drafted, Drafts, Meetings, Recent } from './sections.tsx';
import { Reviews } from './reviews.tsx';
import { Unreadable } from './unreadable.tsx';
import classes from './today.module.css';

/** What matters now, in the order in which it matters. */
export function TodayRoom() {
  const say = useWords('today');
  const answer = useEngineQuery(['today'], (engine) => engine.notebook.today()).data;
  const levels = answer === undefined ? [] : [...answer.clocks, ...answer.actions, ...answer.requests, ...answer.reviews, ...answer.meetings, ...answer.drafted, ...answer.drafts, ...answer.conflicts, ...answer.recent].map((one) => one.level);
  useShownMarking(levels);
  return (
    <OnePane label={say('title')} wide>
      <PageHead title={longDayInWords(today())} facts={<PouchLine />} />
      <Unreadable />
      <LaptopNotices />
      {answer === undefined ? null : isEmpty(answer) ? <FirstThing /> : <Sections answer={answer} />}
    </OnePane>
  );
}

function isEmpty(answer: Today): boolean {
  return [answer.clocks, answer.actions, answer.requests, answer.reviews, answer.meetings, answer.drafted, answer.drafts, answer.conflicts, answer.recent].every((list) => list.length === 0);
}

function FirstThing() {
  const say = useWords('today');
  return (
    <EmptyState
      act={
        <div className={classes['acts']}>
          <Button variant="filled" onClick={() => runCommand('new-case')}>
            {say('new-case')}
          </Button>
          <Button onClick={() => runCommand('new-note')}>{say('new-note')}</Button>
        </div>
      }
    >
      {say('first')}
    </EmptyState>
  );
}

function Sections({ answer }: { answer: Today }) {
  return (
    <div className={classes['columns']}>
      <div>
        <Clocks rows={answer.clocks} />
        <DueActions actions={answer.actions} />
        <PendingRequests rows={answer.requests} />
        <Drafted rows={answer.drafted} />
        <Conflicts rows={answer.conflicts} />
        <Drafts rows={answer.drafts} />
      </div>
      <div>
        <Meetings rows={answer.meetings} />
        <Reviews rows={answer.reviews} />
        <Recent rows={answer.recent} />
      </div>
    </div>
  );
}
