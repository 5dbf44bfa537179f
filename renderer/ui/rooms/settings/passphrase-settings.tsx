import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../../core/result.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { DerivationProgress } from '../../gate/derivation-progress.tsx';
import { NewPassphrase, useNewPassphrase } from '../../gate/new-passphrase.tsx';
import { useSecondsUntil, waitInWords } from '../../gate/waiting.ts';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Section } from '../../kit/section.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** Re-wraps the key; nothing that is written is encrypted anew. */
export function PassphraseSettings() {
  const say = useWords('settings');
  const [opened, setOpened] = useState(false);
  const [changed, setChanged] = useState(false);
  const done = () => {
    setOpened(false);
    setChanged(true);
  };
  return (
    <Section title={say('passphrase.title')}>
      <div className={classes['body']}>
        {opened ? (
          <ChangeForm onDone={done} onBack={() => setOpened(false)} />
        ) : (
          <>
            <Button onClick={() => setOpened(true)}>{say('passphrase.change')}</Button>
            {changed ? <p role="status">{say('passphrase.changed')}</p> : null}
          </>
        )}
      </div>
    </Section>
  );
}

function ChangeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const say = useWords('settings');
  const gate = useWords('gate');
  const engine = useEngine();
  const [current, setCurrent] = useState('');
  const next = useNewPassphrase();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [working, setWorking] = useState(false);
  const retryAt = failure?.facts?.['retryAt'];
  const seconds = useSecondsUntil(typeof retryAt === 'number' ? retryAt : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = await next.check();
    if (chosen === null || working || seconds > 0) return;
    setWorking(true);
    const changed = await engine.vault.changePassphrase(current, chosen);
    setWorking(false);
    if (changed.ok) onDone();
    else setFailure(changed.failure);
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void submit(event)}>
      <PasswordInput
        label={say('passphrase.current')}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus
        visibilityToggleButtonProps={{ 'aria-label': gate('passphrase.show') }}
      />
      <NewPassphrase state={next} label={gate('passphrase.new')} />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {working ? <DerivationProgress words={say('passphrase.working')} /> : null}
      <div>
        <Button variant="filled" type="submit" disabled={working || seconds > 0} mr="sm">
          {seconds > 0 ? gate('unlock.next', { time: waitInWords(seconds) }) : say('passphrase.change')}
        </Button>
        <Button variant="subtle" onClick={onBack} disabled={working}>
          {gate('back')}
        </Button>
      </div>
    </form>
  );
}
