import type { RecordValue } from '../records/kinds.ts';

const phases: Readonly<Record<RecordValue<'case'>['phase'], string>> = {
  'pre-investigation': 'Pre-investigation',
  investigation: 'Investigation',
  prosecution: 'Prosecution',
  trial: 'Trial',
  final: 'Final',
  closed: 'Closed',
};

/** The labels of the report. It stays within the programme, whose working language is English. */
export const handOverLabels = {
  language: 'en',
  genre: 'Hand-over report',
  title: (cases: number) => (cases === 1 ? 'Hand-over of a case' : `Hand-over of ${cases} cases`),
  classification: 'Classification',
  date: 'Date',
  from: 'Handed over by',
  to: 'Taken over by',
  remarks: 'Remarks',
  cases: 'Cases',
  reference: 'Reference',
  group: 'Group',
  phase: 'Phase',
  phases,
  countries: 'Countries',
  lead: 'Lead until now',
  opened: 'Opened',
  stands: 'Where things stand',
  nothingStands: 'Nothing has been written under the summary of this case.',
  actions: 'Open actions',
  noActions: 'No open actions.',
  action: 'Action',
  owner: 'Responsible',
  due: 'Due',
  meetings: 'Next meetings',
  noMeetings: 'No meeting is planned.',
  time: 'Time',
  meeting: 'Meeting',
  place: 'Place',
  notes: 'Last notes',
  noNotes: 'No notes.',
  note: 'Note',
  untitled: 'Untitled',
  leftOut: (count: number) =>
    count === 1
      ? 'One record is not named here, because its handling or its originator does not let it be passed to the successor.'
      : `${count} records are not named here, because their handling or their originator does not let them be passed to the successor.`,
  signatures: 'Signatures',
  role: 'Role',
  name: 'Name',
  signature: 'Signature',
  handedOverBy: 'Handed over by',
  takenOverBy: 'Taken over by',
  pageOf: 'Page {page} of {pages}',
} as const;
