import type { RecordValue } from '../../../../core/records/kinds.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { PlainReading } from '../../kit/record-page/reading.tsx';
import { Section } from '../../kit/section.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { Coming } from './coming.tsx';
import { GroupParts } from './group-parts.tsx';
import { ProfilePart } from './profile-part.tsx';
import { StaysHere } from './stays-here.tsx';

type Value = RecordValue<'jwg'>;

/** What the profile says better. */
const ofProfile = ['title', 'countries', 'crimeAreas', 'jwg'] as const;

export function GroupFacts({ value }: { value: Value }) {
  const words = useKindWords('jwg');
  return joined(value.shortName, value.rhythm === null ? '' : words.choice('rhythm', value.rhythm), value.crimeAreas.map((one) => words.choice('crimeAreas', one)).join(', '));
}

/** A group with what its members write of it, what the profile fixes, and all that belongs to it. */
export function GroupReading({ view, value }: { view: RecordView<'jwg'>; value: Value }) {
  const say = useWords('groups');
  const group = useSurroundings()?.jwgs.find((one) => one.id === value.jwg);
  const without = ['safeguards', 'case', 'members', 'shortName', ...(group === undefined ? ['jwg'] : ofProfile)];
  return (
    <GroupParts
      jwg={group?.id ?? null}
      members={value.members}
      key={view.record}
      overview={
        <>
          {group === undefined ? null : <Coming jwg={group.id} />}
          <Section title={say('own')}>
            <PlainReading kind="jwg" value={value} without={without} />
          </Section>
          {group === undefined ? null : <ProfilePart group={group} />}
          {group === undefined ? <p>{say('noProfileGroup')}</p> : <StaysHere jwg={group.id} />}
        </>
      }
    />
  );
}
