import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { BackupMade, BackupProgress, BackupRequest, EngineEvent } from '../../../engine/api.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { chooseBackupPlace } from '../../engine-client/backup-place.ts';
import { useEngine, useEngineEvents } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { today } from '../../words/dates.ts';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { BackupForm } from './backup-form.tsx';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

type Saved = BackupMade & { readonly name: string };

/** One encrypted file: what opens it and what is in it, where it goes, and then its making. */
export function BackupPage() {
  const say = useWords('laptop');
  const { saved, failure, running, make, again } = useMaking();
  return (
    <TaskPage title={say('backup.make-title')} about={say('backup.about')}>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {running ? <Making /> : saved === null ? <BackupForm onChoose={(request) => void make(request)} /> : <Done backup={saved} onAgain={again} />}
    </TaskPage>
  );
}

function useMaking() {
  const say = useWords('laptop');
  const engine = useEngine();
  const client = useQueryClient();
  const [saved, setSaved] = useState<Saved | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [running, setRunning] = useState(false);
  const make = async (request: BackupRequest) => {
    setFailure(null);
    const place = await chooseBackupPlace(say('backup.file-name', { day: today() }));
    if (place === null) return;
    if ('code' in place) return setFailure(place);
    setRunning(true);
    const made = await engine.devices.backUp(request, place.out).catch(() => ({ ok: false, failure: { code: 'broken' } }) as const);
    setRunning(false);
    if (made.ok) setSaved({ ...made.value, name: place.name() });
    else if (made.failure.code !== 'cancelled') setFailure(made.failure);
    await client.invalidateQueries({ queryKey: ['today', 'backup'] });
  };
  return { saved, failure, running, make, again: () => setSaved(null) };
}

function Making() {
  const say = useWords('laptop');
  const engine = useEngine();
  const [{ phase, done, total }, setProgress] = useState<BackupProgress>({ phase: 'reading', done: 0, total: 0 });
  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'backup' && event.progress.phase !== 'done') setProgress(event.progress);
    }, []),
  );
  const words =
    phase === 'reading' ? say('backup.reading', { count: done }) : phase === 'packing' ? say('backup.packing', { done, total }) : say('backup.sealing', { done: sizeInWords(done), total: sizeInWords(total) });
  return (
    <div className={classes['body']}>
      <p role="status">{words}</p>
      <progress className={classes['progress']} aria-label={say('backup.make-title')} {...(total > 0 ? { value: done, max: total } : {})} />
      <Button onClick={() => void engine.devices.cancelBackUp()}>{say('backup.cancel')}</Button>
    </div>
  );
}

function Done({ backup, onAgain }: { backup: Saved; onAgain: () => void }) {
  const say = useWords('laptop');
  const { damaged, unnoted } = backup;
  const inside = [say('backup.records', { count: backup.records }), ...(backup.files === 0 ? [] : [say('backup.files-in', { count: backup.files })]), sizeInWords(backup.bytes)];
  return (
    <div className={classes['body']}>
      <Notice>{say('backup.saved', { name: backup.name, inside: inside.join(', ') })}</Notice>
      {damaged.length === 0 ? null : <p>{say('backup.damaged', { count: damaged.length, names: listed(damaged) })}</p>}
      {unnoted === null ? null : <ErrorSentence failure={{ code: unnoted }} />}
      <Button variant="subtle" onClick={onAgain} autoFocus>
        {say('backup.another')}
      </Button>
    </div>
  );
}
