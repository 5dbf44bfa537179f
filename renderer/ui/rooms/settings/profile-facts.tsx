import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ProfileDetails } from '../../../engine/api.ts';
import { Disclosure } from '../../kit/disclosure.tsx';
import { Facts } from '../../kit/facts.tsx';
import { GroupFacts } from '../../kit/group-facts.tsx';
import { paths } from '../../kit/paths.ts';
import { dayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** What the profile in use says, in full: groups with who answers for data protection, networks, accreditations. */
export function ProfileInFull({ profile }: { profile: ProfileDetails }) {
  const say = useWords('laptop');
  const { groups, networks, accreditations } = profile;
  return (
    <div className={classes['disclosures']}>
      <Disclosure reading title={say('profile.groups')} now={say('profile.groups-now', { count: groups.length })}>
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </Disclosure>
      <Disclosure reading title={say('profile.networks')} now={say('profile.networks-now', { count: networks.length })}>
        <Facts facts={networks.map(({ name, accreditation }) => [name, accreditation === null ? say('profile.accredited-none') : say('profile.accredited', { level: accreditation.full })] as const)} />
      </Disclosure>
      <Disclosure reading title={say('profile.accreditations')} now={say('profile.accreditations-now', { count: accreditations.length })}>
        <OrNone empty={accreditations.length === 0}>
          <Facts
            facts={accreditations.map(({ marking, by, reference, until, mine }) => [
              marking.full,
              joined(say('profile.statement', { by, reference }), say(mine ? 'profile.statement-mine' : 'profile.statement-other', { day: dayInWords(until) })),
            ] as const)}
          />
        </OrNone>
      </Disclosure>
    </div>
  );
}

function OrNone({ empty, children }: { empty: boolean; children: ReactNode }) {
  const say = useWords('laptop');
  return empty ? <p className={classes['quiet']}>{say('profile.none')}</p> : children;
}

function Group({ group }: { group: ProfileDetails['groups'][number] }) {
  return (
    <section className={classes['group']}>
      <h3 className={classes['groupName']}>
        <Link href={paths.group(group.id)}>{group.name}</Link>
      </h3>
      <GroupFacts group={group} />
    </section>
  );
}
