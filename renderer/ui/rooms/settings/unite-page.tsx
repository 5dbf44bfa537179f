import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { FilesBack, United } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { BackupSecret, useOpenBackup } from '../../gate/backup-secret.tsx';
import { BringingBackProgress, FilesBackWords } from '../../gate/files-back.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { staysOpenWhile } from '../../kit/stays-open.ts';
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
    const answer = await staysOpenWhile('backup', engine.devices.uniteBackup({ file: opened.file, secret: opened.secret }));
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
        {working ? <BringingBackProgress words={say('unite.working')} /> : null}
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
      <Notice>{united.records > 0 ? say('unite.done', { count: united.records }) : say(nothingMissing(united.files) ? 'unite.nothing' : 'unite.no-record')}</Notice>
      <FilesBackWords files={united.files} />
      {united.refused === 0 ? null : <p>{say('restore.refused', { count: united.refused })}</p>}
      {united.aboveCeiling === 0 ? null : <p>{say('unite.above', { count: united.aboveCeiling })}</p>}
    </div>
  );
}

function nothingMissing({ back, damaged, whole, stopped }: FilesBack): boolean {
  return back === 0 && damaged.length === 0 && whole && stopped === null;
}
