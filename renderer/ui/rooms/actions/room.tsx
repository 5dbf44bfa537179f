import type { RecordRow } from '../../../engine/api.ts';
import { RecordRoom } from '../../kit/record-room/record-room.tsx';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { ActionActs, ActionFacts, ActionFields } from './action-page.tsx';

type Row = RecordRow<'action'>;

/** Who does what by when, across all meetings and cases; open ones by how near their day is. */
export function ActionsRoom() {
  const say = useWords('actions');
  const factsOf = ({ value: { owner = '', status = 'open' } }: Row) => [owner === '' ? say('nobody') : owner, ...(status === 'open' ? [] : [say(`status.${status}`)])].join(' · ');
  return (
    <RecordRoom
      kind="action"
      list={{
        columns: ['owner', 'due', 'status', 'case'],
        sort: { by: 'due' },
        group: { by: 'due', as: 'near', closed: { field: 'status', values: ['done', 'dropped'] } },
        groups: ['owner', 'case', 'status', 'jwg'],
        facets: ['status', 'owner', 'case', 'jwg'],
        bulk: ['status', 'owner', 'due', 'case', 'jwg'],
        aside: ({ value: { due } }) => (due === null || due === undefined ? '' : nearDayInWords(due)),
        isUrgent,
        facts: factsOf,
      }}
      page={{ Fields: ActionFields, HeadFacts: ActionFacts, EditActs: ActionActs }}
    />
  );
}

function isUrgent({ value: { due, status } }: Row): boolean {
  return (status ?? 'open') === 'open' && due !== null && due !== undefined && daysBetween(today(), due) < 0;
}
