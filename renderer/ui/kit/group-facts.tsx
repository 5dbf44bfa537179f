import type { CountryTable } from '../../../core/cooperation/country-table.ts';
import { standingOf } from '../../../core/cooperation/standing-of.ts';
import type { CountryCode } from '../../../core/ids.ts';
import type { JointWorkingGroup } from '../../../core/organisation/profile.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';
import { today } from '../words/dates.ts';
import { joined } from '../words/joined.ts';
import { useWords } from '../words/words.ts';
import { countryName } from './country-name.ts';
import { Facts } from './facts.tsx';
import { Notice } from './notice.tsx';
import classes from './group-facts.module.css';

/** What the signed profile says of a group: members, who answers for data protection, how records are released to it. */
export function GroupFacts({ group }: { group: JointWorkingGroup }) {
  const say = useWords('laptop');
  const { dataProtection } = group;
  return (
    <>
      <Facts
        facts={[
          [say('profile.members'), <Members key="members" group={group} />],
          [say('profile.third'), group.includesThirdCountries ? say('profile.third-yes') : ''],
          [say('profile.four-eyes'), group.fourEyes ? say('profile.four-eyes-yes') : ''],
          [say('profile.quarantine'), group.quarantineThirdCountries === true ? say('profile.quarantine-yes') : ''],
          [say('profile.controller'), dataProtection?.controller ?? ''],
          [say('profile.purpose'), dataProtection?.purpose ?? ''],
          [say('profile.basis'), dataProtection?.legalBasis ?? ''],
          [say('profile.officer'), dataProtection?.officer ?? ''],
        ]}
      />
      {dataProtection === null ? <Notice>{say('profile.no-protection')}</Notice> : null}
    </>
  );
}

/** Each member on a line, and whether its country is outside the European Union. */
function Members({ group }: { group: JointWorkingGroup }) {
  const say = useWords('laptop');
  const table = useSurroundings()?.countryTable;
  return (
    <ul className={classes['members']}>
      {group.members.map(({ country, institution }) => (
        <li key={`${country} ${institution}`}>{joined(countryName(country), institution, group.includesThirdCountries && table !== undefined && isThird(table, country) ? say('profile.third-country') : '')}</li>
      ))}
    </ul>
  );
}

/** The profile says whether there are any; which they are follows from who is a member today. */
function isThird(table: CountryTable, country: CountryCode): boolean {
  return standingOf(table, country, 'eu-member', today()).holds !== 'yes';
}
