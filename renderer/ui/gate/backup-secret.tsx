import { PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { BackupOpener } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { useOpenFile, type OpenedFile } from './open-file.ts';
import { PickedFile } from './picked-file.tsx';

export interface OpenedBackup {
  /** `null` until a file was opened that is a backup. */
  readonly file: OpenedFile | null;
  readonly opener: BackupOpener | null;
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
  readonly failure: Failure | null;
  readonly open: () => Promise<void>;
}

/** A backup file, looked at: whether it is one, and whether a passphrase or the kit opens it. */
export function useOpenBackup(): OpenedBackup {
  const engine = useEngine();
  const picked = useOpenFile('backup');
  const [opener, setOpener] = useState<BackupOpener | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [secret, setSecret] = useState('');
  const open = async () => {
    const file = await picked.open();
    if (file === null) return;
    const inspected = await engine.devices.inspectBackup(file.bytes);
    setSecret('');
    setOpener(inspected.ok ? inspected.value : null);
    setFailure(inspected.ok ? null : inspected.failure);
  };
  return { file: opener === null ? null : picked.file, opener, secret, setSecret, failure: picked.failure ?? failure, open };
}

/** The file, and what opens it as its own header says. */
export function BackupSecret({ opened, missing }: { opened: OpenedBackup; missing: boolean }) {
  const say = useWords('laptop');
  const gate = useWords('gate');
  const { file, opener, secret, setSecret } = opened;
  const error = missing && secret.trim() === '' ? say('restore.secret-first') : undefined;
  return (
    <>
      <PickedFile file={file} open={say('restore.open')} another={say('restore.another')} onOpen={() => void opened.open()} error={missing && file === null ? say('restore.open-first') : null} />
      {opener === 'passphrase' ? (
        <PasswordInput
          label={say('restore.secret-passphrase')}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={error}
          autoComplete="off"
          withAsterisk
          visibilityToggleButtonProps={{ 'aria-label': gate('passphrase.show') }}
        />
      ) : null}
      {opener === 'kit' ? (
        <TextInput label={say('restore.secret-kit')} value={secret} onChange={(event) => setSecret(event.currentTarget.value)} error={error} autoComplete="off" spellCheck={false} withAsterisk />
      ) : null}
    </>
  );
}
