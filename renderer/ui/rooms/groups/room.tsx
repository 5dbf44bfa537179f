import { Route, Switch } from 'wouter';
import type { JwgId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { roomOfKind } from '../../kit/paths.ts';
import { RecordList, useIsTable, type RecordListParts } from '../../kit/record-list/record-list.tsx';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { RoomLayout } from '../../kit/room-layout.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { GroupFields } from './group-fields.tsx';
import { GroupFacts, GroupReading } from './group-reading.tsx';
import { ProfileGroups } from './profile-groups.tsx';
import { GroupOfProfile } from './group-of-profile.tsx';

const list: RecordListParts<'jwg'> = {
  above: <ProfileGroups />,
  columns: ['countries', 'crimeAreas', 'established'],
  facets: ['crimeAreas', 'countries', 'project'],
  bulk: ['crimeAreas', 'countries', 'established', 'project'],
};

/** Joint Working Groups: those of the signed profile, and the pages on which their members describe them. */
export function GroupsRoom() {
  const groups = useSurroundings()?.jwgs ?? [];
  // The profile names the group, whatever its page was called.
  const titleOf = ({ jwg, title }: RecordValue<'jwg'>) => groups.find((one) => one.id === jwg)?.name ?? title;
  return (
    <Switch>
      <Route path={`${roomOfKind.jwg}/of/:jwg`}>{({ jwg }: { jwg: string }) => <Beside jwg={jwg as JwgId} />}</Route>
      <Route>
        <RecordRoom kind="jwg" list={list} page={{ Fields: GroupFields, HeadFacts: GroupFacts, Reading: GroupReading, readFirst: true, without: ['case', 'jwg'], titleOf }} />
      </Route>
    </Switch>
  );
}

/** The list with a group of the profile beside it, whether or not somebody has described it. */
function Beside({ jwg }: { jwg: JwgId }) {
  const say = useWords('kit');
  const words = useKindWords('jwg');
  const isTable = useIsTable({ kind: 'jwg', ...list });
  return (
    <RoomLayout
      wide={isTable}
      listLabel={say('list.all', { many: words.many })}
      list={<RecordList kind="jwg" {...list} />}
      detailLabel={say('list.open', { one: words.one })}
      detail={<GroupOfProfile key={jwg} jwg={jwg} />}
    />
  );
}
