import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ExportPurpose } from '../../../../core/clearance/export.ts';
import type { Failure } from '../../../../core/result.ts';
import { timelineOnPaper } from '../../../../core/timeline/timeline-page.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { DeskAct } from '../../kit/desk.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { handOut } from '../../kit/hand-out.ts';
import { useAskBeforeLeaving } from '../../kit/persons-named.ts';
import type { PrintedPage } from '../../pdf/use-printed-page.ts';
import { useWords } from '../../words/words.ts';
import type { MadeTimeline } from './timeline-document.ts';

export interface TimelineActsProps {
  readonly made: MadeTimeline;
  readonly purpose: ExportPurpose;
  /** `null` until the pages on the screen are those of the choices. */
  readonly printed: PrintedPage | null;
}

/** The file, byte for byte what is shown; or the printer. Both are entered in the register of transfers first. */
export function TimelineActs({ made, purpose, printed }: TimelineActsProps) {
  const say = useWords('timeline');
  const { done, failure, save, print } = useLeaving({ made, purpose, printed });
  useCommand('done', () => void save(), { enabled: printed !== null });
  useCommand('export', () => void save(), { enabled: printed !== null });
  return (
    <DeskAct>
      <Button variant="filled" disabled={printed === null} onClick={() => void save()}>{say('page.save')}</Button>
      <Button disabled={printed === null} onClick={() => void print()}>{say('page.print')}</Button>
      <span role="status">{done}</span>
      {failure === null ? null : <ErrorSentence failure={failure} />}
    </DeskAct>
  );
}

function useLeaving({ made, purpose, printed }: TimelineActsProps) {
  const say = useWords('timeline');
  const engine = useEngine();
  const mayLeave = useAskBeforeLeaving();
  const [done, setDone] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const tell = (words: string, why: Failure | null) => {
    setDone(words);
    setFailure(why);
  };
  const save = async () => {
    if (printed === null || !(await mayLeave(made.records))) return;
    const out = await handOut(engine, { as: 'pdf', records: made.records, purpose }, { purpose: 'report', suggestedName: made.suggestedName, bytes: printed.pdf });
    if (out.done === 'saved') tell(say('page.saved', { name: out.name }), null);
    if (out.done === 'failed') tell('', out.failure);
  };
  const print = async () => {
    if (!(await mayLeave(made.records))) return;
    const registered = await engine.registers.leaving({ as: 'paper', records: made.records, purpose });
    if (!registered.ok) return tell('', registered.failure);
    const answer = await bridge().call('print:paper', { html: timelineOnPaper(made.document) });
    await engine.registers.left(registered.value, answer === 'printed' ? 'printed' : 'not-given');
    if (answer !== 'cancelled') tell(answer === 'printed' ? say('page.printed') : '', answer === 'printed' ? null : { code: 'print-failed' });
  };
  return { done, failure, save, print };
}
