import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { United } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { BackupSecret, useOpenBackup } from '../../gate/backup-secret.tsx';
import { DerivationProgress } from '../../gate/derivation-progress.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

/** What a backup holds and this notebook does not comes back; nothing that is here is replaced. */
export function UnitePage() {
  const say = useWords('laptop');
  const engine = useEngine();
  const opened = useOpenBackup();
  const [missing, setMissing] = useState(false);
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [united, setUnited] = useState<United | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working) return;
    const isMissing = opened.file === null || opened.secret.trim() === '';
    setMissing(isMissing);
    if (isMissing || opened.file === null) return;
    setWorking(true);
    setUnited(null);
    const answer = await engine.devices.uniteBackup({ file: opened.file.bytes, secret: opened.secret });
    setWorking(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setUnited(answer.value);
  };
  const shown = failure ?? opened.failure;
  return (
    <TaskPage title={say('unite.title')} about={say('unite.about')}>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <BackupSecret opened={opened} missing={missing} />
        {shown === null ? null : <ErrorSentence failure={shown} />}
        {working ? <DerivationProgress words={say('unite.working')} /> : null}
        <div>
          <Button variant="filled" type="submit" disabled={working}>
            {say('unite.act')}
          </Button>
        </div>
      </form>
      {united === null ? null : <Outcome united={united} />}
    </TaskPage>
  );
}

function Outcome({ united }: { united: United }) {
  const say = useWords('laptop');
  return (
    <div className={classes['body']}>
      <Notice>{united.records === 0 ? say('unite.nothing') : say('unite.done', { count: united.records })}</Notice>
      {united.refused === 0 ? null : <p>{say('restore.refused', { count: united.refused })}</p>}
      {united.aboveCeiling === 0 ? null : <p>{say('unite.above', { count: united.aboveCeiling })}</p>}
    </div>
  );
}
