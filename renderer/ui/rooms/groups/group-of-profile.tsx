import { Button } from '@mantine/core';
import { Redirect } from 'wouter';
import type { JwgId } from '../../../../core/ids.ts';
import type { JointWorkingGroup } from '../../../../core/organisation/profile.ts';
import { crimeAreas } from '../../../../core/records/case.ts';
import { useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { DetailPage, PageHead } from '../../kit/room-layout.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { useWhere } from '../../kit/where.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { GroupParts } from './group-parts.tsx';
import { ProfilePart } from './profile-part.tsx';
import { StaysHere } from './stays-here.tsx';

/** A group of the profile: the page on which somebody has described it, or what the profile and the notebook know without one. */
export function GroupOfProfile({ jwg }: { jwg: JwgId }) {
  const words = useKindWords('jwg');
  const surroundings = useSurroundings();
  const group = surroundings?.jwgs.find((one) => one.id === jwg);
  const pages = useEngineQuery(['records', 'jwg', 'of', jwg], (engine) => engine.notebook.list('jwg', { jwg })).data;
  if (surroundings === undefined || pages === undefined) return null;
  const [page] = pages;
  if (page !== undefined) return <Redirect to={pathOfRecord('jwg', page.record)} replace />;
  return <DetailPage>{group === undefined ? <EmptyState>{words.gone}</EmptyState> : <Undescribed group={group} />}</DetailPage>;
}

function Undescribed({ group }: { group: JointWorkingGroup }) {
  const say = useWords('groups');
  const begin = useNewRecord();
  useWhere({ jwg: group.id });
  const describe = async () => {
    const known = crimeAreas.filter((area) => group.crimeAreas.includes(area));
    const countries = [...new Set(group.members.map(({ country }) => country))];
    const failure = await begin('jwg', { jwg: group.id, value: { title: group.name, shortName: group.shortName, countries, crimeAreas: known } });
    if (failure !== null) tellFailure(failure);
  };
  return (
    <>
      <PageHead title={group.name} facts={say('undescribed')} acts={<Button variant="filled" onClick={() => void describe()}>{say('describe')}</Button>} />
      <GroupParts
        jwg={group.id}
        members={[]}
        overview={
          <>
            <ProfilePart group={group} />
            <StaysHere jwg={group.id} />
          </>
        }
      />
    </>
  );
}
