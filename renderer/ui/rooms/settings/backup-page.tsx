import { Button } from '@mantine/core';
import { sizeInWords } from '../../attachments/file-words.ts';
import { useBackupProgress } from '../../engine-client/backup-progress.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Notice } from '../../kit/notice.tsx';
import { listed } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import { BackupForm } from './backup-form.tsx';
import { useMakingBackup, type SavedBackup } from './making-backup.ts';
import classes from './settings.module.css';
import { TaskPage } from './task-page.tsx';

/** One encrypted file: what opens it and what is in it, where it goes, and then its making. */
export function BackupPage() {
  const say = useWords('laptop');
  const { now, make, again } = useMakingBackup();
  return (
    <TaskPage title={say('backup.make-title')} about={say('backup.about')}>
      {now.at !== 'choosing' || now.failure === null ? null : <ErrorSentence failure={now.failure} />}
      {now.at === 'choosing' ? <BackupForm onChoose={(request) => void make(request)} /> : null}
      {now.at === 'writing' ? <Writing /> : null}
      {now.at === 'saved' ? <Saved backup={now.backup} onAgain={again} /> : null}
    </TaskPage>
  );
}

function Writing() {
  const say = useWords('laptop');
  const engine = useEngine();
  const { phase, done, total } = useBackupProgress() ?? { phase: 'reading', done: 0, total: 0 };
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

function Saved({ backup, onAgain }: { backup: SavedBackup; onAgain: () => void }) {
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
