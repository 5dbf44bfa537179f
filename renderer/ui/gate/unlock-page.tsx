import { Button, PasswordInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { Notice } from '../kit/notice.tsx';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import { whatWasErased } from './erased.ts';
import { GatePage } from './gate-page.tsx';
import { RecoverPage } from './recover-page.tsx';
import { useSecondsUntil, waitInWords } from './waiting.ts';
import classes from './unlock-page.module.css';

/** One field, in the middle, already focused. */
export function UnlockPage({ retryAt }: { retryAt: number | null }) {
  const say = useWords('gate');
  const laptop = useWords('laptop');
  const erasedPart = whatWasErased() === 'part';
  const [recovering, setRecovering] = useState(false);
  const unlock = useUnlock(retryAt);
  const [capsLock, setCapsLock] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!unlock.working) field.current?.focus();
  }, [unlock.working]);
  if (recovering) return <RecoverPage onBack={() => setRecovering(false)} />;
  return (
    <GatePage
      title={say('unlock.title')}
      bare
      foot={
        <Button variant="subtle" onClick={() => setRecovering(true)} disabled={unlock.working}>
          {say('unlock.forgotten')}
        </Button>
      }
    >
      {erasedPart ? <Notice>{laptop('erase.erased-part')}</Notice> : null}
      <form className={classes['form']} onSubmit={(event) => void unlock.submit(event)}>
        <PasswordInput
          ref={field}
          label={say('passphrase.label')}
          size="sm"
          value={unlock.passphrase}
          onChange={(event) => unlock.setPassphrase(event.currentTarget.value)}
          onKeyUp={(event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))}
          disabled={unlock.working}
          autoComplete="current-password"
          autoFocus
          visibilityToggleButtonProps={{ 'aria-label': say('passphrase.show') }}
          description={capsLock ? say('unlock.capslock') : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <UnlockWords unlock={unlock} />
        {unlock.working ? (
          <DerivationProgress words={say('unlock.working')} />
        ) : (
          <Button variant="filled" size="sm" type="submit" disabled={unlock.seconds > 0} fullWidth>
            {unlock.seconds > 0 ? say('unlock.next', { time: waitInWords(unlock.seconds) }) : say('unlock.open')}
          </Button>
        )}
      </form>
    </GatePage>
  );
}

function UnlockWords({ unlock }: { unlock: ReturnType<typeof useUnlock> }) {
  const say = useWords('gate');
  const { failure, seconds } = unlock;
  if (failure === null || unlock.working) return null;
  if (failure.code !== 'wrong-passphrase' && failure.code !== 'wait') return <ErrorSentence failure={failure} />;
  return (
    <p className={classes['wrong']} role="alert">
      {failure.code === 'wrong-passphrase' ? `${say('unlock.wrong')} ` : ''}
      {seconds > 0 ? null : say(unlock.waited ? 'unlock.again' : 'unlock.check')}
    </p>
  );
}

function useUnlock(retryAtFirst: number | null) {
  const engine = useEngine();
  const [passphrase, setPassphrase] = useState('');
  const [working, setWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [retryAt, setRetryAt] = useState(retryAtFirst);
  const seconds = useSecondsUntil(retryAt);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working || seconds > 0 || passphrase === '') return;
    setWorking(true);
    setFailure(null);
    const opened = await engine.vault.unlock(passphrase);
    if (opened.ok) return;
    const next = opened.failure.facts?.['retryAt'];
    setRetryAt(typeof next === 'number' ? next : null);
    setFailure(opened.failure);
    setPassphrase('');
    setWorking(false);
  };
  return { passphrase, setPassphrase, working, failure, seconds, waited: retryAt !== null, submit };
}
