import { RecordList } from '../../kit/record-list/record-list.tsx';

/** Cases by phase and title; those that are closed at the end. */
export function CasesList() {
  return (
    <RecordList
      kind="case"
      columns={['countries', 'jwg', 'reference', 'lead']}
      group="phase"
      groups={['jwg', 'countries']}
      facets={['phase', 'countries', 'crimeAreas', 'jwg', 'project']}
      bulk={['phase', 'jwg', 'lead', 'crimeAreas', 'countries', 'project']}
    />
  );
}
