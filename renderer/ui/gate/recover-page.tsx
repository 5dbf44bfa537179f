import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx';
import { useSecondsUntil, waitInWords } from './waiting.ts';
import classes from './person-page.module.css';

/** Opens with the printed key and sets a new passphrase. */
export function RecoverPage({ onBack }: { onBack: () => void }) {
  const say = useWords('gate');
  const engine = useEngine();
  const [code, setCode] = useState('');
  const passphrase = useNewPassphrase();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [working, setWorking] = useState(false);
  const retryAt = failure?.facts?.['retryAt'];
  const seconds = useSecondsUntil(typeof retryAt === 'number' ? retryAt : null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const chosen = await passphrase.check();
    if (chosen === null || working || seconds > 0) return;
    setWorking(true);
    const opened = await engine.vault.unlockWithKit(code, chosen);
    setWorking(false);
    if (!opened.ok) setFailure(opened.failure);
  };
  return (
    <GatePage title={say('recover.title')}>
      <GateWords>{say('recover.about')}</GateWords>
      <form className={classes['form']} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={say('recover.code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          withAsterisk
        />
        <NewPassphrase state={passphrase} label={say('passphrase.new')} />
        {failure === null ? null : <ErrorSentence failure={failure} />}
        {working ? <DerivationProgress words={say('unlock.working')} /> : null}
        <GateActs>
          <Button variant="filled" type="submit" disabled={working || seconds > 0}>
            {seconds > 0 ? say('unlock.next', { time: waitInWords(seconds) }) : say('recover.open')}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={working}>
            {say('back')}
          </Button>
        </GateActs>
      </form>
    </GatePage>
  );
}
