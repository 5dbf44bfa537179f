import type { RecordRow } from '../../../engine/api.ts';
import { MeetingViews } from '../../kit/meeting-views.tsx';
import { RecordList } from '../../kit/record-list/record-list.tsx';
import { nearDayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

/** Coming meetings first, soonest at the top; then those held, latest at the top; those without a day last. */
export function MeetingsList() {
  const say = useWords('meetings');
  // Once approved, the row is marked as that already.
  const stage = (row: RecordRow<'meeting'>) => (row.standing === 'open' ? say(`stage.${row.value.stage ?? 'preparing'}`) : undefined);
  return (
    <RecordList
      kind="meeting"
      above={<MeetingViews here="meetings" />}
      columns={['stage', 'place', 'series', 'case', 'day']}
      sort={{ by: 'day' }}
      group={{ by: 'day', as: 'coming' }}
      groups={['series', 'case', 'jwg', { by: 'day', as: 'month', descending: true }]}
      facets={['stage', 'series', 'case', 'jwg', 'standing']}
      bulk={['case', 'jwg', 'series', 'place']}
      aside={(row) => (row.value.day === null || row.value.day === undefined ? '' : nearDayInWords(row.value.day))}
      facts={(row) => [stage(row), row.value.place, row.value.series].filter((one) => one !== undefined && one !== '').join(' · ')}
    />
  );
}
