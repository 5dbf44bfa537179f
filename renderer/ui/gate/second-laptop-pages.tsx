import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Failure } from '../../../core/result.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { useWords } from '../words/words.ts';
import { DerivationProgress } from './derivation-progress.tsx';
import type { JustMade } from './gate.tsx';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import { ProfilePage, type OpenedProfile } from './join-pages.tsx';
import { NewPassphrase, useNewPassphrase } from './new-passphrase.tsx';
import { useOpenFile } from './open-file.ts';
import { PickedFile } from './picked-file.tsx';
import classes from './person-page.module.css';

/** The second laptop's end of the pairing: the profile, the invitation with its code, a passphrase. */
export function SecondLaptopPages({ onBack, onMade }: { onBack: () => void; onMade: (made: JustMade) => void }) {
  const [profile, setProfile] = useState<OpenedProfile | null>(null);
  const [sure, setSure] = useState(false);
  if (profile === null || !sure) return <ProfilePage profile={profile} onProfile={setProfile} onBack={onBack} onSure={() => setSure(true)} />;
  return <InvitationPage profile={profile.file} onBack={() => setSure(false)} onMade={onMade} />;
}

interface InvitationPageProps {
  readonly profile: Uint8Array;
  readonly onBack: () => void;
  readonly onMade: (made: JustMade) => void;
}

function InvitationPage({ profile, onBack, onMade }: InvitationPageProps) {
  const say = useWords('laptop');
  const gate = useWords('gate');
  const invitation = useOpenFile('pairing');
  const passphrase = useNewPassphrase();
  const { code, setCode, missing, failure, making, submit } = useJoining(profile, invitation.file?.bytes ?? null, passphrase, onMade);
  const shown = failure ?? invitation.failure;
  return (
    <GatePage title={say('second.title')}>
      <GateWords>{say('second.about')}</GateWords>
      <form className={classes['form']} onSubmit={(event) => void submit(event)} noValidate>
        <PickedFile file={invitation.file} open={say('second.open')} another={say('second.another')} onOpen={() => void invitation.open()} error={missing && invitation.file === null ? say('second.open-first') : null} />
        <TextInput
          label={say('second.code')}
          description={say('second.code-help')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={missing && code.trim() === '' ? say('second.code-first') : undefined}
          autoComplete="off"
          spellCheck={false}
          withAsterisk
        />
        <NewPassphrase state={passphrase} label={say('second.passphrase')} />
        {shown === null ? null : <ErrorSentence failure={shown} />}
        {making ? <DerivationProgress words={gate('person.making')} /> : null}
        <GateActs>
          <Button variant="filled" type="submit" disabled={making}>
            {say('second.make')}
          </Button>
          <Button variant="subtle" onClick={onBack} disabled={making}>
            {gate('back')}
          </Button>
        </GateActs>
      </form>
    </GatePage>
  );
}

function useJoining(profile: Uint8Array, pairing: Uint8Array | null, passphrase: ReturnType<typeof useNewPassphrase>, onMade: (made: JustMade) => void) {
  const engine = useEngine();
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [making, setMaking] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (making) return;
    const chosen = await passphrase.check();
    const isMissing = pairing === null || code.trim() === '';
    setMissing(isMissing);
    if (isMissing || chosen === null) return;
    setMaking(true);
    setFailure(null);
    try {
      const made = await engine.devices.joinAsSecond({ profile, pairing, code, passphrase: chosen });
      if (made.ok) return onMade({ ...made.value, how: { second: true } });
      setFailure(made.failure);
    } catch {
      setFailure({ code: 'broken' });
    }
    setMaking(false);
  };
  return { code, setCode, missing, failure, making, submit };
}
