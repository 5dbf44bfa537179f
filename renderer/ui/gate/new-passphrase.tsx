import { PasswordInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEngine } from '../engine-client/engine-context.tsx';
import { english } from '../words/en/index.ts';
import { useWords } from '../words/words.ts';
import classes from './person-page.module.css';

type Score = 0 | 1 | 2 | 3 | 4;
type AdviceKey = keyof (typeof english)['gate']['passphrase']['advice'];
interface Strength {
  readonly score: Score;
  readonly accepted: boolean;
  readonly advice: readonly string[];
}

export interface NewPassphraseState {
  readonly first: string;
  readonly again: string;
  readonly setFirst: (text: string) => void;
  readonly setAgain: (text: string) => void;
  readonly strength: Strength | null;
  readonly error: 'weak' | 'different' | null;
  /** The passphrase when it is strong enough and typed twice alike; else `null`, and the error shows. */
  readonly check: () => Promise<string | null>;
}

export function useNewPassphrase(): NewPassphraseState {
  const engine = useEngine();
  const [first, setFirst] = useState('');
  const [again, setAgain] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  const [error, setError] = useState<NewPassphraseState['error']>(null);
  useEffect(() => {
    let wanted = true;
    const timer = window.setTimeout(() => {
      if (first === '') return setStrength(null);
      void engine.vault.strength(first).then((answer) => wanted && setStrength(answer));
    }, 120);
    return () => {
      wanted = false;
      window.clearTimeout(timer);
    };
  }, [engine, first]);
  const check = async () => {
    const { accepted } = await engine.vault.strength(first);
    const found = !accepted ? 'weak' : first !== again ? 'different' : null;
    setError(found);
    return found === null ? first : null;
  };
  const typed = (set: (text: string) => void) => (text: string) => {
    setError(null);
    set(text);
  };
  return { first, again, setFirst: typed(setFirst), setAgain: typed(setAgain), strength, error, check };
}

/** A passphrase typed twice, with what a guesser would need. */
export function NewPassphrase({ state, label }: { state: NewPassphraseState; label?: string }) {
  const say = useWords('gate');
  return (
    <>
      <div>
        <PasswordInput
          label={label ?? say('passphrase.label')}
          description={say('passphrase.help')}
          value={state.first}
          onChange={(event) => state.setFirst(event.currentTarget.value)}
          error={state.error === 'weak' ? say('passphrase.weak') : undefined}
          autoComplete="new-password"
          withAsterisk
          visibilityToggleButtonProps={{ 'aria-label': say('passphrase.show') }}
        />
        <StrengthMeter strength={state.strength} />
      </div>
      <PasswordInput
        label={say('passphrase.repeat')}
        value={state.again}
        onChange={(event) => state.setAgain(event.currentTarget.value)}
        error={state.error === 'different' ? say('passphrase.different') : undefined}
        autoComplete="new-password"
        withAsterisk
        visibilityToggleButtonProps={{ 'aria-label': say('passphrase.show') }}
      />
    </>
  );
}

/** Its room is there before anything is typed: what lies beneath must not move away under the mouse. */
function StrengthMeter({ strength }: { strength: Strength | null }) {
  const say = useWords('gate');
  return (
    <div className={classes['meter']} data-accepted={strength?.accepted || undefined} role="status">
      <div className={classes['steps']} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <span key={step} className={classes['step']} data-reached={(strength !== null && strength.score >= step) || undefined} />
        ))}
      </div>
      {strength === null ? null : strengthInWords(strength, say)}
    </div>
  );
}

function strengthInWords({ score, accepted, advice }: Strength, say: ReturnType<typeof useWords<'gate'>>): string {
  const first = advice.find((key): key is AdviceKey => Object.hasOwn(english.gate.passphrase.advice, key));
  return `${say(`passphrase.score.${score}`)}${accepted || first === undefined ? '.' : `. ${say(`passphrase.advice.${first}`)}`}`;
}
