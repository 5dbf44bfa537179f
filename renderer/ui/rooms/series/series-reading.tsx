import { agendaTimes } from '../../../../core/meetings/agenda-times.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useHighestOf } from '../../kit/marking-band.ts';
import { inOrder } from '../../kit/keyed-items.ts';
import { countryName } from '../../kit/country-name.ts';
import { Section } from '../../kit/section.tsx';
import { joined } from '../../words/joined.ts';
import { lengthInWords } from '../../words/length.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { NextMeeting } from './next-meeting.tsx';
import { DecisionsTaken, MeetingsHeld, StillOpen } from './series-past.tsx';
import { useSeriesState } from './series-state.ts';
import classes from './series.module.css';

type Series = RecordValue<'series'>;

/** How the series stands: what comes, what is open, what was decided, and what each meeting begins with. */
export function SeriesReading({ view, value }: { view: RecordView<'series'>; value: Series }) {
  const state = useSeriesState(view.record, value);
  const levels = state === undefined ? [] : [...state.coming, ...state.held, ...state.carried.actions].map((one) => one.level);
  useShownMarking(useHighestOf([view.level, ...levels])?.id ?? view.level);
  return (
    <>
      {value.purpose === '' ? null : <p className={classes['purpose']}>{value.purpose}</p>}
      {state === undefined ? null : (
        <>
          <NextMeeting view={view} series={value} state={state} />
          <StillOpen carried={state.carried} />
          <DecisionsTaken decisions={state.decisions} />
          <MeetingsHeld meetings={state.held} />
        </>
      )}
      <StandingAgenda series={value} />
      <StandingParticipants series={value} />
    </>
  );
}

function StandingAgenda({ series }: { series: Series }) {
  const say = useWords('series');
  const agenda = inOrder(series.agenda);
  const { begins, ends, planned } = agendaTimes({ start: series.start, end: null }, agenda);
  return (
    <Section title={say('agenda')} acts={planned === 0 ? null : <span className={classes['aside']}>{joined(lengthInWords(planned), ends === null ? '' : say('ends', { time: ends }))}</span>}>
      {agenda.length === 0 ? <p className={classes['quiet']}>{say('noAgenda')}</p> : null}
      <ol className={classes['agenda']}>
        {agenda.map((item, at) => (
          <li key={item.key} className={classes['item']}>
            <span className={classes['time']}>{begins[at] ?? `${String(at + 1)}.`}</span>
            <span>{item.title}</span>
            <span className={classes['aside']}>{item.minutes === null ? '' : lengthInWords(item.minutes)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function StandingParticipants({ series }: { series: Series }) {
  const say = useWords('series');
  const words = useKindWords('series');
  const people = inOrder(series.participants);
  return (
    <Section title={words.list('participants').many} count={people.length}>
      {people.length === 0 ? <p className={classes['quiet']}>{say('noParticipants')}</p> : null}
      <ul className={classes['agenda']}>
        {people.map((one) => (
          <li key={one.key} className={classes['person']}>
            <span>{one.name}</span>
            <span className={classes['quiet']}>{joined(one.institution, one.country === null ? '' : countryName(one.country))}</span>
            <span className={classes['aside']}>{one.role === 'participant' ? '' : words.choice('role', one.role)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
