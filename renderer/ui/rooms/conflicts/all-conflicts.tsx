import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { recordKinds } from '../../../../core/records/kinds.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { instantInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from './conflicts.module.css';
import { SettleActs } from './settle-acts.tsx';

/** Every record with rival texts; several are settled at once, or left: nothing waits for them. */
export function AllConflicts() {
  const say = useWords('conflicts');
  const records = useWords('records');
  const [chosen, setChosen] = useState<ReadonlySet<RecordId>>(new Set());
  const rows = useEngineQuery(['records', 'any', 'conflicts'], async (engine) => {
    const lists = await Promise.all(recordKinds.map((kind) => engine.notebook.list(kind, { conflicted: true })));
    return lists.flat();
  }).data;
  useShownMarking(rows?.map((row) => row.level));
  if (rows === undefined) return null;
  if (rows.length === 0) {
    return (
      <>
        <PageHead title={say('label')} />
        <EmptyState act={<Button component={Link} href={paths.today}>{say('today')}</Button>}>{say('none')}</EmptyState>
      </>
    );
  }
  const picked = rows.filter((row) => chosen.has(row.record));
  const toggle = (record: RecordId) => setChosen((now) => (now.has(record) ? new Set([...now].filter((one) => one !== record)) : new Set([...now, record])));
  const all = picked.length === rows.length;
  return (
    <>
      <PageHead title={say('label')} facts={say('records', { count: rows.length })} />
      <p className={classes['intro']}>{say('many.intro')}</p>
      <Checkbox mb="sm" label={say('many.all')} checked={all} indeterminate={!all && picked.length > 0} onChange={() => setChosen(all ? new Set() : new Set(rows.map((row) => row.record)))} />
      <RowList label={say('label')}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={paths.conflict(row.record, row.kind)}
            level={row.level}
            title={row.title === '' ? records(`kinds.${row.kind}`) : row.title}
            facts={joined(records(`kinds.${row.kind}`), row.changedBy, instantInWords(row.changed))}
            aside={say('count', { count: row.conflicts })}
            before={<Checkbox aria-label={say('many.choose', { title: row.title })} checked={chosen.has(row.record)} onChange={() => toggle(row.record)} />}
          />
        ))}
      </RowList>
      <SettleActs rows={picked} fields={picked.reduce((sum, row) => sum + row.conflicts, 0)} />
    </>
  );
}
