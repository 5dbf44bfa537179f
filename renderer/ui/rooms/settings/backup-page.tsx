import { Button, Radio } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState, type FormEvent } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { BackupFile, BackupLock, BackupProgress, EngineEvent } from '../../../engine/api.ts';
import { useEngine, useEngineEvents, useEngineQuery } from '../../engine-client/engine-context.tsx';
import { NewPassphrase, useNewPassphrase } from '../../gate/new-passphrase.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useWords } from '../../words/words.ts';
import { useSaveFile } from './save-file.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';
import { sizeInWords } from '../../attachments/file-words.ts';

/** One encrypted file: what opens it, then the making, then where it goes. */
export function BackupPage() {
  const say = useWords('laptop');
  const engine = useEngine();
  const [made, setMade] = useState<BackupFile | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);
  const make = async (lock: BackupLock) => {
    setRunning(true);
    setFailure(null);
    const answer = await engine.devices.backUp(lock);
    setRunning(false);
    if (answer.ok) setMade(answer.value);
    else if (answer.failure.code !== 'cancelled') setFailure(answer.failure);
  };
  return (
    <TaskPage title={say('backup.make-title')} about={say('backup.about')}>
      {running || made !== null ? null : <FilesOutside />}
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {running ? <Making /> : made === null ? <ChooseLock onChoose={(lock) => void make(lock)} /> : <Made backup={made} onAgain={() => setMade(null)} />}
    </TaskPage>
  );
}

/** Said before it is made: what is attached to records is not in it. */
function FilesOutside() {
  const say = useWords('laptop');
  const outside = useEngineQuery(['records', 'any', 'files-outside-backup'], (engine) => engine.devices.filesOutsideBackup()).data;
  if (outside === undefined || outside.count === 0) return null;
  return <Notice>{say('backup.files-outside', { count: outside.count, size: sizeInWords(outside.bytes) })}</Notice>;
}

function ChooseLock({ onChoose }: { onChoose: (lock: BackupLock) => void }) {
  const say = useWords('laptop');
  const canKit = useEngineQuery(['vault', 'backup-for-kit'], (engine) => engine.devices.canBackUpForKit()).data;
  const [chosen, setChosen] = useState<'kit' | 'passphrase' | null>(null);
  const passphrase = useNewPassphrase();
  if (canKit === undefined) return null;
  const lock = canKit ? (chosen ?? 'kit') : 'passphrase';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lock === 'kit') return onChoose({ kit: true });
    const words = await passphrase.check();
    if (words !== null) onChoose({ passphrase: words });
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <Radio.Group label={say('backup.lock')} value={lock} onChange={(value) => setChosen(value === 'kit' ? 'kit' : 'passphrase')}>
        <div className={classes['radios']}>
          <Radio value="kit" label={say('backup.for-kit')} description={say(canKit ? 'backup.for-kit-about' : 'backup.no-kit')} disabled={!canKit} />
          <Radio value="passphrase" label={say('backup.for-passphrase')} description={say('backup.for-passphrase-about')} />
        </div>
      </Radio.Group>
      {lock === 'passphrase' ? <NewPassphrase state={passphrase} label={say('backup.new-passphrase')} /> : null}
      <div>
        <Button variant="filled" type="submit">
          {say('backup.act')}
        </Button>
      </div>
    </form>
  );
}

function Making() {
  const say = useWords('laptop');
  const engine = useEngine();
  const [progress, setProgress] = useState<BackupProgress>({ phase: 'reading', done: 0, total: 0 });
  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'backup' && event.progress.phase !== 'done') setProgress(event.progress);
    }, []),
  );
  const { phase, done, total } = progress;
  const words = phase === 'reading' ? say('backup.reading', { count: done }) : phase === 'packing' ? say('backup.packing', { done, total }) : say('backup.sealing');
  return (
    <div className={classes['body']}>
      <p role="status">{words}</p>
      <progress className={classes['progress']} aria-label={say('backup.make-title')} {...(phase === 'packing' ? { value: done, max: total } : {})} />
      <Button onClick={() => void engine.devices.cancelBackUp()}>{say('backup.cancel')}</Button>
    </div>
  );
}

function Made({ backup, onAgain }: { backup: BackupFile; onAgain: () => void }) {
  const say = useWords('laptop');
  const engine = useEngine();
  const client = useQueryClient();
  const { name, failure, save } = useSaveFile();
  const [unkept, setUnkept] = useState<Failure | null>(null);
  const keep = async () => {
    if (!(await save({ purpose: 'backup', suggestedName: backup.suggestedName, bytes: new Uint8Array(backup.file) }))) return;
    const kept = await engine.devices.backupSaved();
    setUnkept(kept.ok ? null : kept.failure);
    await client.invalidateQueries({ queryKey: ['today', 'backup'] });
  };
  const shown = failure ?? unkept;
  return (
    <div className={classes['body']}>
      {name === null ? <p className={classes['prose']}>{say('backup.ready', { count: backup.records, size: sizeInWords(backup.file.length) })}</p> : <Notice>{say('backup.saved', { name })}</Notice>}
      {shown === null ? null : <ErrorSentence failure={shown} />}
      <div className={classes['acts']}>
        <Button variant={name === null ? 'filled' : 'default'} onClick={() => void keep()} autoFocus>
          {say('backup.save')}
        </Button>
        <Button variant="subtle" onClick={onAgain}>
          {say('backup.another')}
        </Button>
      </div>
    </div>
  );
}
