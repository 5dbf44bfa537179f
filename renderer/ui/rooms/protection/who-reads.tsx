import type { JwgId } from '../../../../core/ids.ts';
import { useColleagues } from '../../engine-client/colleagues.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { Facts } from '../../kit/facts.tsx';
import { Notice } from '../../kit/notice.tsx';
import { Section } from '../../kit/section.tsx';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';

/** Need to know, as it is enforced: the group that the record belongs to, by its members of the signed profile and the directory. */
export function WhoReads({ jwg }: { jwg: JwgId | null }) {
  const say = useWords('protection');
  const group = useSurroundings()?.jwgs.find((one) => one.id === jwg);
  const colleagues = useColleagues(jwg);
  return (
    <Section title={say('reads.title')}>
      {jwg === null ? <p>{say('reads.nobody')}</p> : null}
      {jwg !== null && group === undefined ? <p>{say('reads.unknownGroup')}</p> : null}
      {group === undefined ? null : (
        <>
          {group.includesThirdCountries ? <Notice>{say('reads.thirdCountries')}</Notice> : null}
          <p>{say('reads.group', { name: group.name })}</p>
          <Facts
            facts={[
              [say('reads.members'), group.members.map(({ country, institution }) => joined(countryName(country), institution)).join('; ')],
              [say('reads.persons'), colleagues.length === 0 ? say('reads.noPersons') : colleagues.map((one) => joined(one.name, one.institution)).join('; ')],
            ]}
          />
        </>
      )}
    </Section>
  );
}
