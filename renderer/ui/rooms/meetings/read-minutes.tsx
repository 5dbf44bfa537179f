import { CountryName } from '../../kit/country-field.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { dayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { inOrder } from '../../kit/keyed-items.ts';
import { expected, informed } from '../../../../core/meetings/attendance.ts';
import { outcomesOf, type Outcome } from '../../../../core/meetings/item-outcome.ts';
import { numbersOf } from '../../../../core/meetings/line-numbers.ts';
import type { Attendance, MeetingForm } from './meeting-form.ts';
import { LineText } from './taken-lines.tsx';
import classes from './read-minutes.module.css';

/** The minutes as a reader has them: attendance, then item by item. */
export function ReadMinutes({ value }: { value: Omit<MeetingForm, 'typing'> }) {
  const say = useWords('meetings');
  const agenda = inOrder(value.agenda);
  const numbers = numbersOf(value);
  const people = expected(value.attendance);
  const next = [value.next.day === null ? '' : dayInWords(value.next.day), value.next.start ?? '', value.next.place].filter((one) => one !== '');
  return (
    <article className={classes['minutes']} lang={value.language}>
      {(['present', 'apologies', 'absent', 'invited'] as const).map((presence) => (
        <People key={presence} title={say(`read.${presence}`)} people={people.filter((one) => one.presence === presence)} />
      ))}
      <People title={say('read.informed')} people={informed(value.attendance)} />
      {agenda.length === 0 ? <p className={classes['quiet']}>{say('read.noMinutes')}</p> : null}
      {agenda.map((item, at) => {
        const lines = inOrder(value.lines.filter((line) => line.item === item.key));
        return (
          <section key={item.key}>
            <h2>
              {`${String(at + 1)}. ${item.title}`} {item.level === null ? null : <MarkingBadge level={item.level} />}
            </h2>
            <OutcomeRead outcomes={outcomesOf(item, value.lines)} />
            {item.parked ? <p className={classes['quiet']}>{say('agenda.parkedLong')}</p> : null}
            {lines.length === 0 ? <p className={classes['quiet']}>{say('read.nothing')}</p> : lines.map((line) => <LineText key={line.key} line={line} number={numbers.get(line.key)} />)}
          </section>
        );
      })}
      <Titles title={say('read.annexes')} titles={inOrder(value.annexes).map((one) => one.title)} />
      <Titles title={say('read.distribution')} titles={inOrder(value.distribution).map((one) => [one.name, one.institution].filter((part) => part !== '').join(', '))} />
      {next.length === 0 ? null : (
        <section>
          <h2>{say('read.next')}</h2>
          <p>{next.join(' · ')}</p>
        </section>
      )}
    </article>
  );
}

function OutcomeRead({ outcomes }: { outcomes: readonly Outcome[] }) {
  const say = useWords('meetings');
  return outcomes.length === 0 ? null : <p className={classes['outcome']}>{say('outcome.of', { what: outcomes.map((one) => say(`outcome.${one}`)).join(', ') })}</p>;
}

function People({ title, people }: { title: string; people: readonly Attendance[] }) {
  if (people.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className={classes['people']}>
        {people.map((one) => (
          <li key={one.key}>
            <span className={classes['name']}>{one.name}</span> {one.institution}
            {one.country === null ? null : (
              <>
                {one.institution === '' ? '' : ', '}
                <CountryName code={one.country} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Titles({ title, titles }: { title: string; titles: readonly string[] }) {
  if (titles.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol className={classes['titles']}>
        {titles.map((one, at) => (
          <li key={`${String(at)} ${one}`}>{one}</li>
        ))}
      </ol>
    </section>
  );
}
