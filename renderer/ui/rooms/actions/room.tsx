import type { RecordId } from '../../../../core/ids.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { paths } from '../../kit/paths.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { ViewLinks } from '../../kit/view-links.tsx';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { useWhose, type Whose } from './whose.ts';
import { ActionActs, ActionFacts, ActionFields } from './action-page.tsx';

type Row = RecordRow<'action'>;

/** Who does what by when, across all meetings and cases; open ones by how near their day is. Everybody's, or one's own. */
export function ActionsRoom() {
  const say = useWords('actions');
  const named = useNamed();
  const me = useMe();
  const whose = useWhose();
  const isMine = whose === 'mine';
  const statusOf = ({ value: { status = 'open' } }: Row) => (status === 'open' ? '' : say(`status.${status}`));
  const titleOf = (record: RecordId | null | undefined) => (record === null || record === undefined ? '' : (named(record)?.title ?? ''));
  const factsOf = (row: Row) => {
    const { owner = '', origin, case: inCase } = row.value;
    // Of one's own, where it comes from tells more than whose it is.
    return isMine ? joined(titleOf(origin), titleOf(inCase), statusOf(row)) : joined(owner === '' ? say('nobody') : owner, statusOf(row));
  };
  if (whose === null || (isMine && me === undefined)) return null;
  return (
    <RecordRoom
      kind="action"
      list={{
        above: <ActionViews here={isMine ? 'mine' : 'all'} />,
        columns: ['owner', 'due', 'status', 'case'],
        sort: { by: 'due' },
        group: { by: 'due', as: 'near', closed: { field: 'status', values: ['done', 'dropped'] } },
        groups: ['owner', 'case', 'status', 'jwg'],
        facets: ['status', 'owner', 'case', 'jwg'],
        bulk: ['status', 'owner', 'due', 'case', 'jwg'],
        aside: ({ value: { due } }) => (due === null || due === undefined ? '' : nearDayInWords(due)),
        isUrgent,
        facts: factsOf,
        ...(isMine && me !== undefined ? { filter: { ownedBy: me.name }, none: say('noneMine', { name: me.name }) } : {}),
      }}
      page={{ Fields: ActionFields, HeadFacts: ActionFacts, EditActs: ActionActs }}
    />
  );
}

function ActionViews({ here }: { here: Whose }) {
  const say = useWords('actions');
  return (
    <ViewLinks
      label={say('views.label')}
      links={[
        { path: paths.everyAction, words: say('views.all'), here: here === 'all' },
        { path: paths.myActions, words: say('views.mine'), here: here === 'mine' },
      ]}
    />
  );
}

function isUrgent({ value: { due, status } }: Row): boolean {
  return (status ?? 'open') === 'open' && due !== null && due !== undefined && daysBetween(today(), due) < 0;
}
