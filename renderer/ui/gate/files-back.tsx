import { Button } from '@mantine/core';
import type { FilesBack } from '../../engine/api.ts';
import { sizeInWords } from '../attachments/file-words.ts';
import { useBackupProgress } from '../engine-client/backup-progress.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { Notice } from '../kit/notice.tsx';
import { listed } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import { GateWords } from './gate-page.tsx';
import classes from './files-back.module.css';

/** What became of the attached files of a backup, in true numbers: what is back, and then what is not. */
export function FilesBackWords({ files }: { files: FilesBack }) {
  const say = useWords('laptop');
  const { back, damaged, outside, whole, stopped } = files;
  const troubles = [
    ...(whole ? [] : [say('files-back.cut')]),
    ...(damaged.length === 0 ? [] : [say('files-back.damaged', { count: damaged.length, names: listed(damaged) })]),
    ...(stopped === null ? [] : [say(`files-back.stopped.${stopped}`)]),
    ...(outside === 0 || stopped !== null ? [] : [say('files-back.outside', { count: outside })]),
  ];
  return (
    <>
      {back === 0 ? null : <GateWords>{say('files-back.back', { count: back })}</GateWords>}
      {troubles.map((words) => (
        <Notice key={words}>{words}</Notice>
      ))}
    </>
  );
}

/** While a backup is opened and checked, and then while the contents of files come back, which may take long. */
export function BringingBackProgress({ words }: { words: string }) {
  const say = useWords('laptop');
  const engine = useEngine();
  const progress = useBackupProgress();
  if (progress?.phase !== 'files') return <DerivationProgress words={words} />;
  const { done, total } = progress;
  return (
    <div className={classes['bringing']}>
      <p role="status">{say('files-back.bringing', { done: sizeInWords(done), total: sizeInWords(total) })}</p>
      <progress className={classes['progress']} aria-label={say('files-back.bringing-label')} value={done} max={Math.max(1, total)} />
      <Button onClick={() => void engine.devices.cancelBackUp()}>{say('files-back.stop')}</Button>
    </div>
  );
}
