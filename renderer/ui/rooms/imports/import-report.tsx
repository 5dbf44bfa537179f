import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ImportReport } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths, roomOfKind } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo-toast.tsx';
import { useWords } from '../../words/words.ts';
import { atFirst, importState } from './import-state.ts';
import { ProblemList } from './problem-list.tsx';
import classes from './imports.module.css';

/** Records moved in one piece; between two of them the progress is shown. */
const atOnce = 200;

/** What was made, where it is, and the way back: all of it into the bin. */
export function ImportReportSection({ report }: { report: ImportReport }) {
  const say = useWords('imports');
  const { done, undone, kept, takeBack } = useTakeBack(report);
  const { kind, records, leftOut, problems } = report;
  const only = records.length === 1 && kind === 'note' ? records[0] : undefined;
  const there = only === undefined ? (kind === 'contact' ? roomOfKind.contact : paths.notes) : paths.note(only);
  const openWords = only === undefined ? say(kind === 'contact' ? 'openContacts' : 'openNotes') : say('openNote');
  return (
    <Section title={say('report')}>
      <Notice>{undone === null ? say(`made.${kind}`, { count: records.length }) : say('undone', { count: undone })}</Notice>
      {kept === 0 ? null : <p>{say('notUndone', { count: kept })}</p>}
      {leftOut === 0 ? null : <p className={classes['said']}>{say('reportLeftOut', { count: leftOut })}</p>}
      {done === null ? null : <p role="status">{say('undoing', { done, total: records.length })}</p>}
      <div className={classes['acts']}>
        {undone === null ? <Button disabled={done !== null} onClick={() => void takeBack()}>{say('undo')}</Button> : null}
        <Button onClick={() => importState.set(atFirst)}>{say('another')}</Button>
        {undone === null ? <Button component={Link} href={there} variant="filled">{openWords}</Button> : null}
      </div>
      <ProblemList problems={problems} count={problems.length} />
    </Section>
  );
}

/** Everything that was made into the bin, and back from there when that was not meant. */
function useTakeBack({ kind, records }: ImportReport) {
  const say = useWords('imports');
  const engine = useEngine();
  const [done, setDone] = useState<number | null>(null);
  const [undone, setUndone] = useState<number | null>(null);
  const [kept, setKept] = useState(0);
  const takeBack = async () => {
    const undo = crypto.randomUUID();
    let moved = 0;
    let stay = 0;
    for (let at = 0; at < records.length; at += atOnce) {
      setDone(at);
      const answer = await engine.lists.change({ kind, records: records.slice(at, at + atOnce), act: 'bin', undo });
      if (!answer.ok) {
        tellFailure(answer.failure);
        setDone(null);
        return;
      }
      moved += answer.value.changed;
      stay += answer.value.skipped.reduce((sum, one) => sum + one.count, 0);
    }
    setDone(null);
    setUndone(moved);
    setKept(stay);
    offerUndo(say('undone', { count: moved }), () => {
      setUndone(null);
      void engine.lists.undo(undo).then((back) => (back.ok ? undefined : tellFailure(back.failure)));
    });
  };
  return { done, undone, kept, takeBack };
}
