import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { HandOver, PreparedHandOver } from '../../../engine/api.ts';
import type { Failure } from '../../../../core/result.ts';
import { bridge } from '../../engine-client/bridge.ts';
import { useEngine, useMe } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { languageNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { HandOverChoices } from './hand-over-choices.tsx';
import { HandOverReport } from './hand-over-report.tsx';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

export function HandOverSection() {
  const say = useWords('laptop');
  const standing = useMe()?.standing;
  return (
    <Section title={say('hand-over.title')}>
      <div className={classes['body']}>
        <p className={classes['prose']}>{say('hand-over.about')}</p>
        {standing === 'alone' ? (
          <p className={classes['quiet']}>{say('hand-over.alone')}</p>
        ) : (
          <Button component={Link} href={paths.settingsPart('hand-over')}>
            {say('hand-over.begin')}
          </Button>
        )}
      </div>
    </Section>
  );
}

export interface PrintedHandOver {
  readonly handOver: HandOver;
  readonly prepared: PreparedHandOver;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** Cases, successor and remarks; then the report as it will be printed; then the record of it. */
export function HandOverPage() {
  const say = useWords('laptop');
  const engine = useEngine();
  const [handOver, setHandOver] = useState<HandOver>({ cases: [], successor: '' as HandOver['successor'], remarks: '', language: languageNow() });
  const [printed, setPrinted] = useState<PrintedHandOver | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const preview = async () => {
    setMaking(true);
    setFailure(null);
    const prepared = await engine.devices.prepareHandOver(handOver);
    if (prepared.ok) {
      const { job } = prepared.value;
      const answer = await bridge().call('print:pdf', { ...job, record: new Uint8Array(job.record) }).catch(() => ({ failure: 'print-failed' as const }));
      if ('failure' in answer) setFailure({ code: answer.failure });
      else setPrinted({ handOver, prepared: prepared.value, pdf: answer.pdf });
    } else setFailure(prepared.failure);
    setMaking(false);
  };
  return (
    <TaskPage title={say('hand-over.title')} about={say('hand-over.about')} wide>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {printed === null ? (
        <HandOverChoices handOver={handOver} onChange={setHandOver} making={making} onPreview={() => void preview()} />
      ) : (
        <HandOverReport printed={printed} onChange={() => setPrinted(null)} />
      )}
    </TaskPage>
  );
}
