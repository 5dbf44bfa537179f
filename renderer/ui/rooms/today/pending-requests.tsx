import type { RecordRow, Today } from '../../../engine/api.ts';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** Due within so many days, or sent so long ago and without a day: the rest can wait in its room. */
const soon = 14;
const long = 30;

/** Requests that are due or have waited long. */
export function PendingRequests({ rows }: { rows: Today['requests'] }) {
  const say = useWords('today');
  const words = useKindWords('request');
  const pressing = rows.filter(presses);
  if (pressing.length === 0) return null;
  return (
    <Section title={say('requests')} count={pressing.length}>
      <RowList label={say('requests')}>
        {pressing.map((row) => {
          const { due, sent, toCountry, instrument } = row.value;
          const over = due ? daysBetween(due, today()) : 0;
          return (
            <ListRow
              key={row.record}
              to={pathOfRecord('request', row.record)}
              level={row.level}
              title={row.title || words.untitled}
              facts={joined(words.choice('instrument', instrument ?? 'other'), toCountry ? countryName(toCountry) : '', sent ? say('request-waits', { count: daysBetween(sent, today()) }) : '')}
              aside={over > 0 ? say('overdue-days', { count: over }) : due ? nearDayInWords(due) : undefined}
              urgent={over > 0}
            />
          );
        })}
      </RowList>
    </Section>
  );
}

function presses({ value: { due, sent } }: RecordRow<'request'>): boolean {
  if (due) return daysBetween(today(), due) <= soon;
  return sent !== null && sent !== undefined && daysBetween(sent, today()) >= long;
}
