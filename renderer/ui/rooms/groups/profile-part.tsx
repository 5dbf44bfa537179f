import type { JointWorkingGroup } from '../../../../core/organisation/profile.ts';
import { useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { GroupFacts } from '../../kit/group-facts.tsx';
import { Notice } from '../../kit/notice.tsx';
import { useProfileValidity } from '../../kit/profile-validity.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, dayOf } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './groups.module.css';

/** What the signed profile says, whose it is and until when: to be read, never written. */
export function ProfilePart({ group }: { group: JointWorkingGroup }) {
  const say = useWords('groups');
  const profile = useEngineQuery(['surroundings', 'profile'], (engine) => engine.organisation.profile()).data;
  const ending = useProfileValidity(useSurroundings()?.profileValidUntil ?? null);
  return (
    <Section title={say('profile.title')}>
      <p className={classes['about']}>{profile === undefined || profile === null ? say('profile.fixed') : say('profile.from', { organisation: profile.organisation, issued: dayInWords(dayOf(profile.issued)), until: dayInWords(dayOf(profile.validUntil)) })}</p>
      {ending === null ? null : <Notice>{ending}</Notice>}
      <GroupFacts group={group} />
    </Section>
  );
}
