import { PasswordInput, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { BackupOpener } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useWords } from '../words/words.ts';
import { PickedFile } from './picked-file.tsx';

export interface OpenedBackup {
  /** `null` until a file was chosen that is a backup. It may be gigabytes: it is read where it is needed. */
  readonly file: File | null;
  readonly opener: BackupOpener | null;
  readonly secret: string;
  readonly setSecret: (secret: string) => void;
  readonly failure: Failure | null;
  readonly open: (file: File) => Promise<void>;
}

/** A backup file, looked at: whether it is one, and whether a passphrase or the kit opens it. */
export function useOpenBackup(): OpenedBackup {
  const engine = useEngine();
  const [file, setFile] = useState<File | null>(null);
  const [opener, setOpener] = useState<BackupOpener | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [secret, setSecret] = useState('');
  const open = async (chosen: File) => {
    const inspected = await engine.devices.inspectBackup(chosen);
    setFile(chosen);
    setSecret('');
    setOpener(inspected.ok ? inspected.value : null);
    setFailure(inspected.ok ? null : inspected.failure);
  };
  return { file: opener === null ? null : file, opener, secret, setSecret, failure, open };
}

/** The file, and what opens it as its own header says. */
export function BackupSecret({ opened, missing }: { opened: OpenedBackup; missing: boolean }) {
  const say = useWords('laptop');
  const gate = useWords('gate');
  const { file, opener, secret, setSecret } = opened;
  const input = useRef<HTMLInputElement>(null);
  const chosen = ({ files }: HTMLInputElement) => {
    const [picked] = files ?? [];
    if (picked !== undefined) void opened.open(picked);
  };
  const error = missing && secret.trim() === '' ? say('restore.secret-first') : undefined;
  return (
    <>
      <PickedFile file={file} open={say('restore.open')} another={say('restore.another')} onOpen={() => input.current?.click()} error={missing && file === null ? say('restore.open-first') : null} />
      <input ref={input} type="file" accept=".age" hidden aria-hidden tabIndex={-1} data-testid="backup-file" onChange={(event) => chosen(event.currentTarget)} />
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
