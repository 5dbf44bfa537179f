import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CarriedOver } from '../../../../core/meetings/carry-over.ts';
import type { MeetingView } from '../../engine-client/series-meetings.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { MeetingRow } from './meeting-row.tsx';
import type { DecisionTaken } from './series-state.ts';
import classes from './series.module.css';

/** How many of a long list are shown at first. */
const shownAtFirst = 8;

/** What the next meeting takes over: open actions, soonest due first, and what was parked. */
export function StillOpen({ carried: { actions, parked } }: { carried: CarriedOver }) {
  const say = useWords('series');
  const words = useWords('actions');
  if (actions.length === 0 && parked.length === 0) return null;
  return (
    <Section title={say('stillOpen')} count={actions.length + parked.length}>
      <RowList label={say('stillOpen')}>
        {actions.map(({ record, level, action: { text, owner, due } }) => (
          <ListRow
            key={record}
            to={paths.action(record)}
            level={level}
            title={text}
            facts={owner === '' ? words('nobody') : owner}
            aside={due === null ? undefined : nearDayInWords(due)}
            urgent={due !== null && daysBetween(today(), due) < 0}
          />
        ))}
      </RowList>
      {parked.length === 0 ? null : (
        <ul className={classes['parked']}>
          {parked.map((item) => <li key={item.title}>{say('parkedItem', { title: item.title })}</li>)}
        </ul>
      )}
    </Section>
  );
}

/** Every decision of the series, the latest first, each with the meeting that took it. */
export function DecisionsTaken({ decisions }: { decisions: readonly DecisionTaken[] }) {
  const say = useWords('series');
  const meetings = useWords('meetings');
  const [all, showAll] = useState(false);
  if (decisions.length === 0) return null;
  const shown = all ? decisions : decisions.slice(0, shownAtFirst);
  return (
    <Section title={say('decisions')} count={decisions.length}>
      <ul className={classes['decisions']}>
        {shown.map(({ meeting, number, text, item }) => (
          <li key={`${meeting.record} ${String(number)}`}>
            <p>{text}</p>
            <p className={classes['quiet']}>
              <Link href={paths.meeting(meeting.record)}>{joined(meeting.value.day === null ? meeting.value.title : dayInWords(meeting.value.day), meetings('live.decision', { number }))}</Link>
              {item === '' ? '' : ` · ${item}`}
            </p>
          </li>
        ))}
      </ul>
      {decisions.length > shown.length ? <Button variant="subtle" onClick={() => showAll(true)}>{say('showAll', { count: decisions.length })}</Button> : null}
    </Section>
  );
}

/** The meetings that were, the latest first. */
export function MeetingsHeld({ meetings }: { meetings: readonly MeetingView[] }) {
  const say = useWords('series');
  const [all, showAll] = useState(false);
  if (meetings.length === 0) return null;
  const shown = all ? meetings : meetings.slice(0, shownAtFirst);
  return (
    <Section title={say('held')} count={meetings.length}>
      <RowList label={say('held')}>
        {shown.map((meeting) => <MeetingRow key={meeting.record} meeting={meeting} />)}
      </RowList>
      {meetings.length > shown.length ? <Button variant="subtle" onClick={() => showAll(true)}>{say('showAllMeetings', { count: meetings.length })}</Button> : null}
    </Section>
  );
}
