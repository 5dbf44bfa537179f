import type { Day } from '../../../../core/ids.ts';
import type { RecordRow, Today } from '../../../engine/api.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { daysBetween, dayInWords, nearDayInWords, today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';

/** Days before a review from which it is shown. */
const ahead = 30;

/** Persons, and what is known of them, about whom somebody must decide soon or should have. */
export function Reviews({ rows }: { rows: Today['reviews'] }) {
  const say = useWords('today');
  const near = rows.filter((row) => daysBetween(today(), reviewOf(row)) <= ahead);
  if (near.length === 0) return null;
  return (
    <Section title={say('reviews')} count={near.length}>
      <RowList label={say('reviews')}>
        {near.map((row) => (
          <ReviewRow key={row.record} row={row} />
        ))}
      </RowList>
    </Section>
  );
}

function ReviewRow({ row }: { row: RecordRow }) {
  const say = useWords('today');
  const words = useKindWords(row.kind);
  const by = reviewOf(row);
  const over = by < today();
  return (
    <ListRow
      to={pathOfRecord(row.kind, row.record)}
      level={row.level}
      title={row.title || words.untitled}
      facts={words.one}
      aside={over ? say('review-overdue', { day: dayInWords(by) }) : nearDayInWords(by)}
      urgent={over}
    />
  );
}

function reviewOf(row: RecordRow): Day {
  return (row.value as { readonly reviewBy?: Day | null }).reviewBy ?? ('9999-12-31' as Day);
}
