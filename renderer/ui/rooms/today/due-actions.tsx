import { Checkbox } from '@mantine/core';
import type { RecordRow, Today } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './today.module.css';

/** What is due and overdue; a tick is enough to have it done. */
export function DueActions({ actions }: { actions: Today['actions'] }) {
  const say = useWords('today');
  return (
    <Section title={say('due')} count={actions.length}>
      {actions.length === 0 ? <p className={classes['none']}>{say('nothing-due')}</p> : null}
      <RowList label={say('due')}>
        {actions.map((row) => (
          <DueAction key={row.record} row={row} />
        ))}
      </RowList>
    </Section>
  );
}

function DueAction({ row }: { row: RecordRow<'action'> }) {
  const say = useWords('today');
  const setStatus = useSetStatus(row);
  const due = row.value.due ?? null;
  const late = due === null ? 0 : daysBetween(due, today());
  const finish = async () => {
    if (await setStatus('done')) offerUndo(say('marked-done'), () => void setStatus('open'));
  };
  return (
    <ListRow
      to={paths.action(row.record)}
      level={row.level}
      title={row.title || say('untitled')}
      facts={row.value.owner ? row.value.owner : say('nobody')}
      aside={due === null ? undefined : late > 0 ? say('overdue-days', { count: late }) : nearDayInWords(due)}
      urgent={late > 0}
      before={<Checkbox aria-label={say('done', { text: row.title })} checked={false} onChange={() => void finish()} />}
    />
  );
}

function useSetStatus(row: RecordRow<'action'>) {
  const engine = useEngine();
  return async (status: 'open' | 'done'): Promise<boolean> => {
    const opened = await engine.notebook.open('action', row.record);
    if (!opened.ok) {
      tellFailure(opened.failure);
      return false;
    }
    const { value, level, heads } = opened.value;
    const saved = await engine.notebook.save({ kind: 'action', record: row.record, value: { ...value, status }, level, heads });
    if (saved.ok) reportSaved(saved.value.at);
    else tellFailure(saved.failure);
    return saved.ok;
  };
}
