import { Button, Radio } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { BackupRequest, FilesHere } from '../../../engine/api.ts';
import { sizeInWords } from '../../attachments/file-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { NewPassphrase, useNewPassphrase } from '../../gate/new-passphrase.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** What opens a backup, and whether the contents of attached files are in it. */
export function BackupForm({ onChoose }: { onChoose: (request: BackupRequest) => void }) {
  const say = useWords('laptop');
  const canKit = useEngineQuery(['vault', 'backup-for-kit'], (engine) => engine.devices.canBackUpForKit()).data;
  const here = useEngineQuery(['records', 'any', 'files-for-backup'], (engine) => engine.devices.filesForBackup()).data;
  const [chosen, setChosen] = useState<'kit' | 'passphrase' | null>(null);
  const [files, setFiles] = useState(true);
  const passphrase = useNewPassphrase();
  if (canKit === undefined) return null;
  // Every history is read for it, which takes its time in a large notebook.
  if (here === undefined) return <p role="status">{say('backup.counting-files')}</p>;
  const lock = canKit ? (chosen ?? 'kit') : 'passphrase';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lock === 'kit') return onChoose({ lock: { kit: true }, files });
    const words = await passphrase.check();
    if (words !== null) onChoose({ lock: { passphrase: words }, files });
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <FilesChoice here={here} taken={files} onChange={setFiles} />
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

/** Asked only where there are files; what no backup made here can have is said in any case. */
function FilesChoice({ here, taken, onChange }: { here: FilesHere; taken: boolean; onChange: (taken: boolean) => void }) {
  const say = useWords('laptop');
  const outside = here.elsewhere === 0 ? null : <p className={classes['quiet']}>{say('backup.files-elsewhere', { count: here.elsewhere })}</p>;
  if (here.count === 0) return outside;
  return (
    <>
      <Radio.Group label={say('backup.files')} value={taken ? 'with' : 'without'} onChange={(value) => onChange(value === 'with')}>
        <div className={classes['radios']}>
          <Radio value="with" label={say('backup.files-with', { count: here.count, size: sizeInWords(here.bytes) })} description={say('backup.files-with-about')} />
          <Radio value="without" label={say('backup.files-without')} description={say('backup.files-without-about')} />
        </div>
      </Radio.Group>
      {outside}
    </>
  );
}
