import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ImportReport } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { Notice } from '../../kit/notice.tsx';
import { paths, roomOfKind } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { useWords } from '../../words/words.ts';
import { atFirst, importState } from './import-state.ts';
import { ProblemList } from './problem-list.tsx';
import classes from './imports.module.css';

/** Records moved in one piece; between two of them the progress is shown. */
const atOnce = 200;

/** What was made, where it is, and the way back: all of it into the bin, or off the agenda again. */
export function ImportReportSection({ report }: { report: ImportReport }) {
  const say = useWords('imports');
  const back = useTakeBack(report);
  const agenda = useTakeOut(report.added);
  const { records, items, leftOut, problems, added } = report;
  const made = report.kind === 'meeting' ? say(added === null ? 'made.meeting' : 'made.items', { count: items }) : say(`made.${report.kind}`, { count: records.length });
  const there = whereItIs(report);
  const isBack = back.undone !== null || agenda.out !== null;
  return (
    <Section title={say('report')}>
      <Notice>{back.undone !== null ? say('undone', { count: back.undone }) : agenda.out !== null ? say('takenOut', { count: agenda.out.gone }) : made}</Notice>
      {back.kept === 0 ? null : <p>{say('notUndone', { count: back.kept })}</p>}
      {agenda.out === null || agenda.out.kept === 0 ? null : <p>{say('notTakenOut', { count: agenda.out.kept })}</p>}
      {leftOut === 0 ? null : <p className={classes['said']}>{say('reportLeftOut', { count: leftOut })}</p>}
      {back.done === null ? null : <p role="status">{say('undoing', { done: back.done, total: records.length })}</p>}
      <div className={classes['acts']}>
        {isBack ? null : added === null ? <Button disabled={back.done !== null} onClick={() => void back.takeBack()}>{say('undo')}</Button> : <Button onClick={() => void agenda.takeOut()}>{say('takeOut')}</Button>}
        <Button onClick={() => importState.set(atFirst)}>{say('another')}</Button>
        {isBack && added === null ? null : <Button component={Link} href={there.path} variant="filled">{say(there.words)}</Button>}
      </div>
      <ProblemList problems={problems} count={problems.length} />
    </Section>
  );
}

function whereItIs({ kind, records }: ImportReport): { readonly path: string; readonly words: 'openContacts' | 'openNotes' | 'openNote' | 'openMeeting' } {
  const [only] = records;
  if (kind === 'contact' || only === undefined) return { path: roomOfKind.contact, words: 'openContacts' };
  if (kind === 'meeting') return { path: paths.meeting(only), words: 'openMeeting' };
  return records.length === 1 ? { path: paths.note(only), words: 'openNote' } : { path: paths.notes, words: 'openNotes' };
}

/** The items off the agenda again, where nothing was noted under them. */
function useTakeOut(added: ImportReport['added']) {
  const engine = useEngine();
  const [out, setOut] = useState<{ readonly gone: number; readonly kept: number } | null>(null);
  const takeOut = async () => {
    if (added === null) return;
    const answer = await engine.imports.takeOut(added);
    if (answer.ok) setOut(answer.value);
    else tellFailure(answer.failure);
  };
  return { out, takeOut };
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
