import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Failure, Result } from '../../../core/result.ts';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import { useSecondsUntil, waitInWords } from './waiting.ts';
import classes from './person-page.module.css';

export interface AskPassphraseProps<Value> {
  readonly act: string;
  /** Asks the engine with the passphrase; a wrong one is told and counted. */
  readonly ask: (passphrase: string) => Promise<Result<Value>>;
  readonly onDone: (value: Value) => void;
  readonly beside?: ReactNode;
}

/** The passphrase once more, before something that an open screen alone must not allow. */
export function AskPassphrase<Value>({ act, ask, onDone, beside }: AskPassphraseProps<Value>) {
  const say = useWords('laptop');
  const gate = useWords('gate');
  const [passphrase, setPassphrase] = useState('');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [working, setWorking] = useState(false);
  const retryAt = failure?.facts?.['retryAt'];
  const seconds = useSecondsUntil(typeof retryAt === 'number' ? retryAt : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working || seconds > 0 || passphrase === '') return;
    setWorking(true);
    const answer = await ask(passphrase);
    setWorking(false);
    setPassphrase('');
    if (answer.ok) onDone(answer.value);
    else setFailure(answer.failure);
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={say('passphrase')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': gate('passphrase.show') }}
      />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {working ? <DerivationProgress words={say('working')} /> : null}
      <div className={classes['acts']}>
        <Button variant="filled" type="submit" disabled={working || seconds > 0}>
          {seconds > 0 ? gate('unlock.next', { time: waitInWords(seconds) }) : act}
        </Button>
        {beside}
      </div>
    </form>
  );
}
