import { runningClocks, type Clock } from '../../../../core/proceedings/clocks.ts';
import type { Day, RecordId } from '../../../../core/ids.ts';
import type { RecordRow, Today } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, daysBetween, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** Days before its end from which a clock is shown, and from which it presses. */
const shownBefore = 90;
const pressingBefore = 7;

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
  const numbers = useNumbers(running.length > 0);
  if (running.length === 0) return null;
  return (
    <Section title={say('clocks')} count={running.length}>
      <RowList label={say('clocks')}>
        {running.map((one) => (
          <ClockRow key={`${one.row.record} ${one.clock.key}`} running={one} number={one.clock.contact === null ? '' : (numbers.get(one.clock.contact) ?? '')} />
        ))}
      </RowList>
    </Section>
  );
}

function ClockRow({ running: { row, clock, left }, number }: { running: Running; number: string }) {
  const say = useWords('today');
  const words = useKindWords('proceedings');
  const named = useNamed();
  const inCase = row.value.case ? (named(row.value.case)?.title ?? '') : '';
  return (
    <ListRow
      to={pathOfRecord('proceedings', row.record)}
      level={row.level}
      title={joined(words.choice('clocks.*.type', clock.type), clock.about, row.title || words.untitled)}
      facts={joined(row.value.country ? countryName(row.value.country) : '', inCase, clock.who === '' ? say('clock-nobody') : say('clock-who', { name: clock.who }), number)}
      aside={joined(left < 0 ? say('clock-over', { count: -left }) : say('clock-left', { count: left }), dayInWords(clock.ends))}
      urgent={left <= pressingBefore}
    />
  );
}

/** The first number of every contact, by record. */
function useNumbers(wanted: boolean): ReadonlyMap<RecordId, string> {
  const contacts = useEngineQuery(['records', 'contact', 'list'], (engine) => engine.notebook.list('contact'), { enabled: wanted }).data ?? [];
  return new Map(contacts.map((row) => [row.record, row.value.numbers?.[0]?.number ?? '']));
}
