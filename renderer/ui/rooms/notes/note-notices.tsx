import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';

/** What came in from others: two texts, or a history with a gap. Nothing is blocked by either. */
export function NoteNotices({ record }: { record: RecordId | null }) {
  const say = useWords('notes');
  const view = useEngineQuery(['records', 'note', 'notices', record], async (engine) => {
    const opened = record === null ? null : await engine.notebook.open('note', record);
    if (opened?.ok !== true) return null;
    return { conflicts: opened.value.conflicts, incomplete: opened.value.incomplete, unreadable: opened.value.unreadable.length };
  }).data;
  if (record === null || view === undefined || view === null) return null;
  return (
    <>
      {view.conflicts === 0 ? null : (
        <Notice act={<Button component={Link} href={paths.conflict(record, 'note')}>{say('lookAtBoth')}</Button>}>{say('conflict', { count: view.conflicts })}</Notice>
      )}
      {view.incomplete ? <Notice>{say('incomplete')}</Notice> : null}
      {view.unreadable === 0 ? null : <Notice>{say('unreadable')}</Notice>}
    </>
  );
}
