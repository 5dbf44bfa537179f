import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProfileSummary } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { bridge } from '../engine-client/bridge.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { Facts } from '../kit/facts.tsx';
import { Fingerprint } from '../kit/fingerprint.tsx';
import { dayInWords, dayOf } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import type { JustMade } from './gate.tsx';
import { GateActs, GatePage, GateWords } from './gate-page.tsx';
import { PersonPage } from './person-page.tsx';

export interface OpenedProfile {
  readonly file: Uint8Array;
  readonly summary: ProfileSummary;
}

/** Join: open the profile, look at it, say who you are. */
export function JoinPages({ onBack, onMade }: { onBack: () => void; onMade: (made: JustMade) => void }) {
  const say = useWords('gate');
  const engine = useEngine();
  const [profile, setProfile] = useState<OpenedProfile | null>(null);
  const [sure, setSure] = useState(false);
  if (profile === null || !sure) {
    return <ProfilePage profile={profile} onProfile={setProfile} onBack={onBack} onSure={() => setSure(true)} />;
  }
  return (
    <PersonPage
      title={say('person.title-join')}
      onBack={() => setSure(false)}
      make={async (person, passphrase) => {
        const made = await engine.organisation.createAndJoin(profile.file, person, passphrase);
        if (!made.ok) return made.failure;
        onMade(made.value);
        return null;
      }}
    />
  );
}

export interface ProfilePageProps {
  readonly profile: OpenedProfile | null;
  readonly onProfile: (profile: OpenedProfile | null) => void;
  readonly onBack: () => void;
  readonly onSure: () => void;
}

/** Opens a profile and looks at it, before anything is made. */
export function ProfilePage({ profile, onProfile, onBack, onSure }: ProfilePageProps) {
  const say = useWords('gate');
  const { open, failure } = useOpenProfile(onProfile);
  return (
    <GatePage title={say('profile.title')}>
      <GateWords>{say(profile === null ? 'profile.about' : 'profile.check')}</GateWords>
      {failure === null ? null : <ErrorSentence failure={failure} />}
      {profile === null ? null : <ProfileFacts summary={profile.summary} />}
      <GateActs>
        {profile === null ? (
          <Button variant="filled" onClick={() => void open()} autoFocus>
            {say('profile.open')}
          </Button>
        ) : (
          <>
            <Button variant="filled" onClick={onSure} autoFocus>
              {say('profile.yes')}
            </Button>
            <Button onClick={() => void open()}>{say('profile.another')}</Button>
          </>
        )}
        <Button variant="subtle" onClick={onBack}>
          {say('back')}
        </Button>
      </GateActs>
    </GatePage>
  );
}

/** Lets the person pick a profile file and has the engine check it; nothing is kept. */
export function useOpenProfile(onProfile: (profile: OpenedProfile | null) => void) {
  const engine = useEngine();
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = async () => {
    const file = await bridge().call('file:open', { purpose: 'profile' });
    if (file === null) return;
    if ('failure' in file) return setFailure({ code: file.failure });
    const inspected = await engine.organisation.inspect(file.bytes);
    setFailure(inspected.ok ? null : inspected.failure);
    onProfile(inspected.ok ? { file: file.bytes, summary: inspected.value } : null);
  };
  return { open, failure };
}

/** What a profile says of itself. */
export function ProfileFacts({ summary }: { summary: ProfileSummary }) {
  const say = useWords('gate');
  return (
    <Facts
      facts={[
        [say('profile.organisation'), summary.organisation],
        [say('profile.fingerprint'), <Fingerprint key="fingerprint" text={summary.fingerprint} />],
        [say('profile.groups'), summary.jwgs.join(', ')],
        [say('profile.networks'), summary.networks.join(', ')],
        [say('profile.valid'), dayInWords(dayOf(summary.validUntil))],
      ]}
    />
  );
}
