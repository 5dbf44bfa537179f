import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../../core/result.ts';
import type { Me } from '../../../engine/api.ts';
import { useEngine, useEngineQuery, useMe } from '../../engine-client/engine-context.tsx';
import { ProfileFacts, useOpenProfile, type OpenedProfile } from '../../gate/join-pages.tsx';
import { RequestToHandOver } from '../../gate/request-page.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { Facts } from '../../kit/facts.tsx';
import { Fingerprint } from '../../kit/fingerprint.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useProfileValidity } from '../../kit/profile-validity.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ProfileInFull } from './profile-facts.tsx';
import classes from './settings.module.css';

/** Join now or later, hand over the request, renew the profile. */
export function Organisation() {
  const say = useWords('settings');
  const me = useMe();
  if (me === undefined) return null;
  return (
    <Section title={say('organisation.title')}>
      <div className={classes['body']}>
        {me.standing === 'alone' ? <p>{say('organisation.alone')}</p> : <Membership me={me} />}
        {me.standing === 'requested' ? <Request /> : null}
        <Profile me={me} />
      </div>
    </Section>
  );
}

function Membership({ me }: { me: Me }) {
  const say = useWords('settings');
  const laptop = useWords('laptop');
  const profile = useEngineQuery(['surroundings', 'profile'], (engine) => engine.organisation.profile()).data ?? null;
  const ending = useProfileValidity(profile?.validUntil ?? null);
  return (
    <>
      {ending === null ? null : <Notice>{ending}</Notice>}
      <Facts
        facts={[
          [say('organisation.name'), me.organisation],
          [say('organisation.standing'), say(me.standing === 'member' ? 'organisation.member' : 'organisation.requested')],
          [laptop('profile.issued'), profile === null ? '' : dayInWords(dayOf(profile.issued))],
          [laptop('profile.valid'), profile === null ? '' : dayInWords(dayOf(profile.validUntil))],
          [laptop('profile.fingerprint'), profile === null ? '' : <Fingerprint key="fingerprint" text={profile.fingerprint} />],
        ]}
      />
      {profile === null ? null : <ProfileInFull profile={profile} />}
    </>
  );
}

function Request() {
  const request = useEngineQuery(['vault', 'join-request'], (engine) => engine.organisation.joinRequest()).data;
  return request === undefined || request === null ? null : (
    <div>
      <RequestToHandOver request={request} />
    </div>
  );
}

function Profile({ me }: { me: Me }) {
  const say = useWords('settings');
  const engine = useEngine();
  const client = useQueryClient();
  const [profile, setProfile] = useState<OpenedProfile | null>(null);
  const laptop = useWords('laptop');
  const [failure, setFailure] = useState<Failure | null>(null);
  const [taken, setTaken] = useState<'joined' | 'renewed' | null>(null);
  const opening = useOpenProfile(setProfile);
  const use = async () => {
    if (profile === null) return;
    const joined = await engine.organisation.join(profile.file);
    setFailure(joined.ok ? null : joined.failure);
    if (!joined.ok) return;
    setProfile(null);
    setTaken(me.standing === 'alone' ? 'joined' : 'renewed');
    await client.invalidateQueries();
  };
  const shown = failure ?? opening.failure;
  return (
    <>
      {shown === null ? null : <ErrorSentence failure={shown} />}
      {taken === null ? null : <Notice>{laptop(`profile.${taken}`)}</Notice>}
      {profile === null ? (
        <Button onClick={() => void opening.open()}>{say(me.standing === 'alone' ? 'organisation.open' : 'organisation.newer')}</Button>
      ) : (
        <>
          <ProfileFacts summary={profile.summary} />
          <Button variant="filled" onClick={() => void use()}>
            {me.standing === 'alone' ? say('organisation.join', { organisation: profile.summary.organisation }) : say('organisation.renew')}
          </Button>
        </>
      )}
    </>
  );
}
