import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Failure } from '../../../../core/result.ts';
import { useEngine, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useConfirm } from '../../kit/confirm-dialog.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { useHandOut } from '../../kit/hand-out.ts';
import { Notice } from '../../kit/notice.tsx';
import { paths } from '../../kit/paths.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { PdfPages } from '../../pdf/pdf-pages.tsx';
import { useWords } from '../../words/words.ts';
import type { PrintedHandOver } from './hand-over.tsx';
import { useSaveFile } from './save-file.ts';
import classes from './settings.module.css';

/** The report as it will be printed; it is saved byte for byte, and then the hand-over is recorded. */
export function HandOverReport({ printed, onChange }: { printed: PrintedHandOver; onChange: () => void }) {
  const say = useWords('laptop');
  const { handOver, prepared, pdf } = printed;
  const handOut = useHandOut();
  const file = useSaveFile();
  const { recorded, failure, record } = useRecording(printed, file.name !== null);
  const [broken, setBroken] = useState(false);
  useShownMarking(prepared.job.level);
  const save = () =>
    file.save({ purpose: 'hand-over', suggestedName: prepared.job.suggestedName, bytes: pdf }, (saving) =>
      handOut({ as: 'pdf', records: prepared.records, purpose: 'circulation', handOverTo: prepared.to }, saving),
    );
  const shown = file.failure ?? failure ?? (broken ? { code: 'print-failed' } : null);
  return (
    <>
      {prepared.leftOut === 0 ? null : <Notice>{say('hand-over.left-out', { count: prepared.leftOut })}</Notice>}
      {shown === null ? null : <ErrorSentence failure={shown} />}
      {recorded === null ? (
        <div className={classes['acts']}>
          <Button variant={file.name === null ? 'filled' : 'default'} onClick={() => void save()}>
            {say('hand-over.save')}
          </Button>
          <Button variant={file.name === null ? 'default' : 'filled'} onClick={() => void record()} disabled={file.name === null}>
            {say('hand-over.record')}
          </Button>
          <Button variant="subtle" onClick={onChange}>
            {say('hand-over.change')}
          </Button>
          <span role="status">{file.name === null ? say('hand-over.record-first') : say('hand-over.saved', { name: file.name })}</span>
        </div>
      ) : (
        <Notice
          act={
            <Button component={Link} href={paths.pouch}>
              {say('hand-over.deliver')}
            </Button>
          }
        >
          {say('hand-over.recorded', { count: handOver.cases.length, name: recorded })}
        </Notice>
      )}
      <section className={classes['desk']} aria-label={say('hand-over.pages')}>
        <PdfPages pdf={pdf} onFailed={() => setBroken(true)} />
      </section>
    </>
  );
}

/** Writes the new lead into each case, after the person has said so. */
function useRecording({ handOver }: PrintedHandOver, isSaved: boolean) {
  const say = useWords('laptop');
  const engine = useEngine();
  const confirm = useConfirm();
  const name = useEngineQuery(['pouch', 'successors'], (asked) => asked.devices.successors()).data?.find((one) => one.person === handOver.successor)?.name ?? '';
  const [recorded, setRecorded] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const record = async () => {
    if (!isSaved) return;
    const count = handOver.cases.length;
    if (!(await confirm({ title: say('hand-over.record-title'), body: say('hand-over.record-about', { count, name }), confirm: say('hand-over.record') }))) return;
    const answer = await engine.devices.recordHandOver({ cases: handOver.cases, successor: handOver.successor });
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    reportSaved(Date.now());
    setRecorded(name);
  };
  return { recorded, failure, record };
}
