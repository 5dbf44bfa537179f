import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Day, MarkingId, RecordId } from '../../../../core/ids.ts';
import { agendaTimes } from '../../../../core/meetings/agenda-times.ts';
import { meetingFromSeries } from '../../../../core/meetings/from-series.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import type { MeetingView } from '../../engine-client/series-meetings.ts';
import { InvitationDialog } from '../../invitations/invitation-dialog.tsx';
import { DayInput } from '../../kit/day-field.tsx';
import { freshKey } from '../../kit/keyed-items.ts';
import { RowList } from '../../kit/list-row.tsx';
import { useHighestOf } from '../../kit/marking-band.ts';
import { paths, pathOfRecord } from '../../kit/paths.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { listed } from '../../words/language.ts';
import { lengthInWords } from '../../words/length.ts';
import { useWords } from '../../words/words.ts';
import { MeetingRow } from './meeting-row.tsx';
import type { SeriesState } from './series-state.ts';
import classes from './series.module.css';

export interface NextMeetingProps {
  readonly view: RecordView<'series'>;
  readonly series: RecordValue<'series'>;
  readonly state: SeriesState;
}

/** What comes, and the one act that prepares the next: day, agenda and people are proposed. */
export function NextMeeting({ view, series, state }: NextMeetingProps) {
  const say = useWords('series');
  const { coming } = state;
  return (
    <Section title={say('next')} acts={<Invite meetings={coming} level={view.level} />}>
      {coming.length === 0 ? null : (
        <RowList label={say('next')}>
          {coming.map((meeting) => <MeetingRow key={meeting.record} meeting={meeting} />)}
        </RowList>
      )}
      {series.ended ? <p className={classes['quiet']}>{say('endedHelp')}</p> : <Prepare key={`${state.proposed ?? ''} ${String(coming.length)}`} view={view} series={series} state={state} />}
    </Section>
  );
}

function Prepare({ view, series, state }: NextMeetingProps) {
  const say = useWords('series');
  const [day, setDay] = useState<Day | null>(state.proposed);
  const prepare = usePrepare();
  const [busy, setBusy] = useState(false);
  // One that is prepared already is the one to go on with.
  const isFirst = state.coming.length === 0;
  const isTaken = day !== null && state.coming.some((one) => one.value.day === day);
  const why = day === null || day !== state.proposed ? '' : day === state.announced?.day ? say('announced') : say('byRhythm');
  const press = async () => {
    setBusy(true);
    await prepare(view, series, state, day);
    setBusy(false);
  };
  return (
    <div className={classes['prepare']}>
      <div className={classes['prepareRow']}>
        <DayInput label={say(isFirst ? 'day' : 'dayAfter')} day={day} onChange={setDay} />
        <Button {...(isFirst ? { variant: 'filled' } : {})} loading={busy} onClick={() => void press()}>{say(isFirst ? 'prepare' : 'prepareAfter')}</Button>
      </div>
      <p className={classes['quiet']}>{[why, isTaken ? say('dayTaken') : '', say('beginsWith', { what: useBeginning(series, state) })].filter((one) => one !== '').join(' ')}</p>
    </div>
  );
}

/** `3 agenda items (2 h), 7 participants and 1 parked item`. */
function useBeginning({ agenda, participants }: RecordValue<'series'>, { carried }: SeriesState): string {
  const say = useWords('series');
  const { planned } = agendaTimes({ start: null, end: null }, agenda);
  const items = planned === 0 ? say('items', { count: agenda.length }) : say('itemsOf', { count: agenda.length, length: lengthInWords(planned) });
  const parts = [
    agenda.length === 0 ? '' : items,
    participants.length === 0 ? '' : say('people', { count: participants.length }),
    carried.parked.length === 0 ? '' : say('parkedItems', { count: carried.parked.length }),
    carried.actions.length === 0 ? '' : say('openActions', { count: carried.actions.length }),
  ].filter((part) => part !== '');
  return parts.length === 0 ? say('nothingYet') : listed(parts);
}

/** Makes the meeting and opens it; undone, it is in the bin and one is back here. */
function usePrepare() {
  const say = useWords('series');
  const engine = useEngine();
  const [, go] = useLocation();
  return async (view: RecordView<'series'>, series: RecordValue<'series'>, { announced, carried }: SeriesState, day: Day | null) => {
    const fits = announced !== null && (announced.day === null || announced.day === day);
    const value = meetingFromSeries(series, { series: view.record, day, announced: fits ? announced : null, parked: carried.parked, level: view.level, newKey: freshKey });
    const saved = await engine.notebook.save({ kind: 'meeting', value, level: view.level });
    if (!saved.ok) return tellFailure(saved.failure);
    reportSaved(saved.value.at);
    go(paths.meeting(saved.value.record));
    offerUndo(say('prepared'), () => {
      void engine.notebook.bin(saved.value.record).then((binned) => (binned.ok ? go(pathOfRecord('series', view.record)) : tellFailure(binned.failure)));
    });
  };
}

/** A calendar file for the next meeting, or for all that come. */
function Invite({ meetings, level }: { meetings: readonly MeetingView[]; level: MarkingId }) {
  const say = useWords('series');
  const invitations = useWords('invitations');
  const dated = meetings.filter((one) => one.value.day !== null);
  const [asked, ask] = useState<readonly RecordId[] | null>(null);
  const highest = useHighestOf([level, ...dated.map((one) => one.level)]);
  const [first] = dated;
  if (first === undefined) return null;
  const all = dated.map((one) => one.record);
  return (
    <>
      {dated.length === 1 ? (
        <Button variant="subtle" size="compact-sm" onClick={() => ask(all)}>{invitations('act')}</Button>
      ) : (
        <Menu>
          <Menu.Target>
            <Button variant="subtle" size="compact-sm">{invitations('act')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => ask([first.record])}>{say('inviteNext')}</Menu.Item>
            <Menu.Item onClick={() => ask(all)}>{say('inviteAll', { count: all.length })}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === null ? null : <InvitationDialog meetings={asked} level={highest?.id ?? level} onEnd={() => ask(null)} />}
    </>
  );
}
