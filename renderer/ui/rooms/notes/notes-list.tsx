import type { RecordRow } from '../../../engine/api.ts';
import { ImportLink } from '../../kit/import-link.tsx';
import { RecordList } from '../../kit/record-list/record-list.tsx';
import { dayOf, timeInWords } from '../../words/dates.ts';

/** What is being written first; then all notes by their day, the latest at the top. */
export function NotesList() {
  return (
    <RecordList
      kind="note"
      columns={['type', 'case', 'place', 'day']}
      sort={{ by: 'day', descending: true }}
      group={{ by: 'day', as: 'value', descending: true }}
      groups={['case', 'type', 'jwg']}
      facets={['type', 'case', 'jwg', 'standing']}
      bulk={['case', 'jwg', 'type', 'day', 'place']}
      acts={<ImportLink />}
      aside={timeOf}
    />
  );
}

/** The time of the note; where it has none, when it was written, if that was on its day. */
function timeOf(row: RecordRow<'note'>): string {
  const { time, day } = row.value;
  return time ?? (dayOf(row.changed) === day ? timeInWords(row.changed) : '');
}
