import { Link } from 'wouter';
import type { RecordRow, Today } from '../../../engine/api.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfDraft, pathOfRecord, paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { instantInWords, nearDayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { joined } from '../../words/joined.ts';

export function Conflicts({ rows }: { rows: Today['conflicts'] }) {
  const say = useWords('today');
  const records = useWords('records');
  if (rows.length === 0) return null;
  return (
    <Section title={say('conflicts')} count={rows.length} {...(rows.length > 1 ? { acts: <Link href="/conflicts">{say('conflicts-all')}</Link> } : {})}>
      <RowList label={say('conflicts')}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={paths.conflict(row.record, row.kind)}
            level={row.level}
            title={row.title || say('untitled')}
            facts={joined(records(`kinds.${row.kind}`), say('by', { name: row.changedBy, time: instantInWords(row.changed) }))}
            aside={say('conflicts-count', { count: row.conflicts })}
          />
        ))}
      </RowList>
    </Section>
  );
}

/** What somebody drafted in this person's name: theirs to make final. */
export function Drafted({ rows }: { rows: Today['drafted'] }) {
  const say = useWords('today');
  return <Touched title={say('drafted')} rows={rows} count={rows.length} />;
}

export function Drafts({ rows }: { rows: Today['drafts'] }) {
  const say = useWords('today');
  const records = useWords('records');
  if (rows.length === 0) return null;
  return (
    <Section title={say('drafts')} count={rows.length}>
      <RowList label={say('drafts')}>
        {rows.map((row) => (
          <ListRow
            key={row.draft}
            to={row.record === null ? pathOfDraft(row.kind, row.draft) : pathOfRecord(row.kind, row.record)}
            level={row.level}
            title={row.title || say('untitled')}
            facts={records(`kinds.${row.kind}`)}
            aside={say('kept', { time: instantInWords(row.savedAt) })}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function Meetings({ rows }: { rows: Today['meetings'] }) {
  const say = useWords('today');
  if (rows.length === 0) return null;
  return (
    <Section title={say('meetings')}>
      <RowList label={say('meetings')}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={paths.meeting(row.record)}
            level={row.level}
            title={row.title || say('untitled')}
            facts={joined(row.value.series, row.value.place)}
            aside={joined(row.value.day ? nearDayInWords(row.value.day) : null, row.value.start)}
          />
        ))}
      </RowList>
    </Section>
  );
}

export function Recent({ rows }: { rows: Today['recent'] }) {
  const say = useWords('today');
  return <Touched title={say('recent')} rows={rows} />;
}

/** Records of any kind: what they are, who touched them last, and when. */
function Touched({ title, rows, count }: { title: string; rows: readonly RecordRow[]; count?: number }) {
  const say = useWords('today');
  const records = useWords('records');
  if (rows.length === 0) return null;
  return (
    <Section title={title} {...(count === undefined ? {} : { count })}>
      <RowList label={title}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={pathOfRecord(row.kind, row.record)}
            level={row.level}
            title={row.title || say('untitled')}
            facts={joined(records(`kinds.${row.kind}`), row.changedBy)}
            aside={instantInWords(row.changed)}
          />
        ))}
      </RowList>
    </Section>
  );
}
