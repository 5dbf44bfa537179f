import { runningClocks, whoCanAct, type Clock } from '../../../../core/proceedings/clocks.ts';
import { numbersToCall } from '../../../../core/contacts/numbers-to-call.ts';
import type { Day, RecordId } from '../../../../core/ids.ts';
import type { RecordRow, Today } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { ReachLines, type ReachLine } from '../../kit/reach.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { dayInWords, daysBetween, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** Days before its end from which a clock is shown, and from which it presses. */
const shownBefore = 90;
const pressingBefore = 7;
/** Numbers of one person on Today; their page has the rest. */
const mostNumbers = 2;

interface Running {
  readonly row: RecordRow<'proceedings'>;
  readonly clock: Clock & { readonly ends: Day };
  readonly left: number;
}

/** What runs out, the first first, with who can act and how to reach them. */
export function Clocks({ rows }: { rows: Today['clocks'] }) {
  const say = useWords('today');
  const running: readonly Running[] = rows
    .flatMap((row) => runningClocks(row.value.clocks ?? []).map((clock) => ({ row, clock, left: daysBetween(today(), clock.ends) })))
    .filter(({ left }) => left <= shownBefore)
    .toSorted((one, other) => one.left - other.left);
  const contacts = useContacts(running.flatMap(({ row, clock }) => whoCanAct(clock, row.value).contact ?? []));
  useShownMarking([...contacts.values()].map((one) => one.level));
  if (running.length === 0) return null;
  return (
    <Section title={say('clocks')} count={running.length}>
      <RowList label={say('clocks')}>
        {running.map((one) => (
          <ClockRow key={`${one.row.record} ${one.clock.key}`} running={one} contacts={contacts} />
        ))}
      </RowList>
    </Section>
  );
}

type Contacts = ReadonlyMap<RecordId, RecordRow<'contact'>>;

function ClockRow({ running: { row, clock, left }, contacts }: { running: Running; contacts: Contacts }) {
  const say = useWords('today');
  const words = useKindWords('proceedings');
  const named = useNamed();
  const inCase = row.value.case ? (named(row.value.case)?.title ?? '') : '';
  const lines = useWhoActs(row, clock, contacts);
  return (
    <ListRow
      to={pathOfRecord('proceedings', row.record)}
      level={row.level}
      title={joined(words.choice('clocks.*.type', clock.type), clock.about, row.title || words.untitled)}
      facts={joined(row.value.country ? countryName(row.value.country) : '', inCase)}
      aside={joined(left < 0 ? say('clock-over', { count: -left }) : say('clock-left', { count: left }), dayInWords(clock.ends))}
      urgent={left <= pressingBefore}
      beneath={<ReachLines small lines={lines} />}
    />
  );
}

/** Who can act, each number on a line of its own; where nobody or no number is known, that is said. */
function useWhoActs(row: RecordRow<'proceedings'>, clock: Clock, contacts: Contacts): readonly ReachLine[] {
  const say = useWords('today');
  const words = useKindWords('contact');
  const { name, contact } = whoCanAct(clock, row.value);
  const known = contact === null ? undefined : contacts.get(contact);
  const who = name || known?.title || '';
  if (who === '') return [{ key: 'nobody', text: '', about: [say('clock-nobody')] }];
  const numbers = known === undefined ? [] : numbersToCall(known.value.numbers ?? []).slice(0, mostNumbers);
  if (numbers.length === 0) return [{ key: 'no number', text: '', about: [say('clock-who', { name: who }), known === undefined ? '' : say('clock-no-number')] }];
  return numbers.map((one, at) => ({ key: one.key, text: one.number, about: [at === 0 ? say('clock-who', { name: who }) : '', words.choice('numbers.*.type', one.type), one.remark] }));
}

/** The contacts that can act, by record. */
function useContacts(records: readonly RecordId[]): Contacts {
  const wanted = [...new Set(records)].sort();
  const answer = useEngineQueryKept(['records', 'contact', 'reach', ...wanted], (engine) => engine.notebook.list('contact', { only: wanted }), { enabled: wanted.length > 0 });
  return new Map((wanted.length === 0 ? [] : (answer.data ?? [])).map((one) => [one.record, one] as const));
}
