import { Link } from 'wouter';
import type { JwgId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useColleagues } from '../../engine-client/colleagues.ts';
import { countryName } from '../../kit/country-name.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { compareWords } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import classes from './groups.module.css';

export interface GroupPeopleProps {
  readonly jwg: JwgId | null;
  /** As the group's page describes them. */
  readonly members: RecordValue<'jwg'>['members'];
}

/** Whose laptops receive what is written for the group, and who sits in it: two lists that need not be one. */
export function GroupPeople({ jwg, members }: GroupPeopleProps) {
  const say = useWords('groups');
  return (
    <>
      {jwg === null ? null : <Directory jwg={jwg} />}
      <Section title={say('people.described')} count={members.length}>
        {members.length === 0 ? <p className={classes['quiet']}>{say('people.noneDescribed')}</p> : null}
        <ul className={classes['people']}>
          {members.map((one) => (
            <Described key={one.key} member={one} />
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Members by the directory that the secretariat signs. */
function Directory({ jwg }: { jwg: JwgId }) {
  const say = useWords('groups');
  const colleagues = useColleagues(jwg).toSorted((one, other) => compareWords(one.name, other.name));
  return (
    <Section title={say('people.directory')} count={colleagues.length}>
      <p className={classes['quiet']}>{say(colleagues.length === 0 ? 'people.nobody' : 'people.directoryAbout')}</p>
      <ul className={classes['people']}>
        {colleagues.map((one) => (
          <li key={one.person}>
            <span className={classes['name']}>{one.name}</span> <span className={classes['quiet']}>{joined(one.institution, one.country === '' ? '' : countryName(one.country), one.localTeam ? say('people.localTeam') : '')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Described({ member: { name, contact, country, institution, role, from, until } }: { member: GroupPeopleProps['members'][number] }) {
  const say = useWords('groups');
  const words = useKindWords('jwg');
  return (
    <li>
      <span className={classes['name']}>{contact === null ? name : <Link href={pathOfRecord('contact', contact)}>{name}</Link>}</span>{' '}
      <span className={classes['quiet']}>
        {joined(words.choice('members.*.role', role), institution, country === null ? '' : countryName(country), from === null ? '' : say('people.from', { day: dayInWords(from) }), until === null ? '' : say('people.until', { day: dayInWords(until) }))}
      </span>
    </li>
  );
}
