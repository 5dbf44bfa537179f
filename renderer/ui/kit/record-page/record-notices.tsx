import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { Notice } from '../notice.tsx';
import { paths } from '../paths.ts';
import { tellFailure } from '../tell-failure.tsx';

/** What came in from others or lies in the bin: two texts, a history with a gap, fields of a newer version. Nothing is blocked by any. */
export function RecordNotices({ kind, record }: { kind: RecordKind; record: RecordId | null }) {
  const say = useWords('kit');
  const engine = useEngine();
  const view = useEngineQuery(['records', kind, 'notices', record], async (engine) => {
    const opened = record === null ? null : await engine.notebook.open(kind, record);
    if (opened?.ok !== true) return null;
    const { conflicts, incomplete, unreadable, binned, standing } = opened.value;
    return { conflicts, incomplete, unreadable: unreadable.length, binned, standing };
  }).data;
  if (record === null || view === undefined || view === null) return null;
  const restore = async () => {
    const answer = await engine.notebook.restore(record);
    if (!answer.ok) tellFailure(answer.failure);
  };
  return (
    <>
      {view.binned ? <Notice act={<Button onClick={() => void restore()}>{say('record.restore')}</Button>}>{say('record.inBin')}</Notice> : null}
      {view.standing === 'approval-conflict' ? <Notice>{say('record.lockedTwice')}</Notice> : null}
      {view.conflicts === 0 ? null : (
        <Notice act={<Button component={Link} href={paths.conflict(record, kind)}>{say('record.lookAtBoth')}</Button>}>{say('record.conflict', { count: view.conflicts })}</Notice>
      )}
      {view.incomplete ? <Notice>{say('record.incomplete')}</Notice> : null}
      {view.unreadable === 0 ? null : <Notice>{say('record.unreadable', { count: view.unreadable })}</Notice>}
    </>
  );
}
