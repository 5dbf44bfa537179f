import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { Notice } from '../kit/notice.tsx';
import { useWords } from '../words/words.ts';
import { BackupSecret, useOpenBackup, type OpenedBackup } from './backup-secret.tsx';
import { BringingBackProgress, FilesBackWords } from './files-back.tsx';
import type { BroughtBack, JustMade } from './gate.tsx';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx';
import classes from './person-page.module.css';

/** At first start: a backup file, what opens it, a passphrase for the new laptop. */
export function RestorePage({ onBack, onMade }: { onBack: () => void; onMade: (made: JustMade) => void }) {
  const say = useWords('laptop');
  const gate = useWords('gate');
  const opened = useOpenBackup();
  const passphrase = useNewPassphrase();
  const { missing, failure, making, submit } = useRestoring(opened, passphrase, onMade);
  const shown = failure ?? opened.failure;
  return (
    <GatePage title={say('restore.title')}>
      <GateWords>{say('restore.about')}</GateWords>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <BackupSecret opened={opened} missing={missing} />
        <NewPassphrase state={passphrase} label={say('restore.passphrase')} />
        {shown === null ? null : <ErrorSentence failure={shown} />}
        {making ? <BringingBackProgress words={say('restore.working')} /> : null}
        <GateActs>
          <Button variant="filled" type="submit" disabled={making}>
            {say('restore.make')}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={making}>
            {gate('back')}
          </Button>
        </GateActs>
      </form>
    </GatePage>
  );
}

function useRestoring(opened: OpenedBackup, passphrase: ReturnType<typeof useNewPassphrase>, onMade: (made: JustMade) => void) {
  const engine = useEngine();
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (making) return;
    const chosen = await passphrase.check();
    const isMissing = opened.file === null || opened.secret.trim() === '';
    setMissing(isMissing);
    if (isMissing || chosen === null || opened.file === null) return;
    setMaking(true);
    setFailure(null);
    try {
      const made = await engine.devices.restore({ file: opened.file, secret: opened.secret, passphrase: chosen });
      if (made.ok) {
        const { kit, request, records, refused, files } = made.value;
        return onMade({ kit, request, how: { records, refused, files } });
      }
      setFailure(made.failure);
    } catch {
      setFailure({ code: 'broken' });
    }
    setMaking(false);
  };
  return { missing, failure, making, submit };
}

/** What came back, before the new kit is shown. */
export function RestoredPage({ restored, onDone }: { restored: BroughtBack; onDone: () => void }) {
  const say = useWords('laptop');
  return (
    <GatePage title={say('restore.done-title')}>
      <GateWords>{say('restore.done', { count: restored.records })}</GateWords>
      {restored.refused === 0 ? null : <Notice>{say('restore.refused', { count: restored.refused })}</Notice>}
      <FilesBackWords files={restored.files} />
      <GateWords>{say('restore.next')}</GateWords>
      <GateActs>
        <Button variant="filled" onClick={onDone} autoFocus>
          {say('restore.go-on')}
        </Button>
      </GateActs>
    </GatePage>
  );
}
