import type { Day, MarkingId } from '../../../core/ids.ts';
import { kinds, type RecordInput, type RecordKind, type RecordValue } from '../../../core/records/kinds.ts';
import type { Project } from '../../../core/records/projects.ts';
import { countable, type ReportSource, type SourceRow } from '../../../core/report/facts.ts';
import { frozenFigures } from '../../../core/report/frozen.ts';
import { periodAt, spanOf } from '../../../core/report/span.ts';
import type { NewRecord } from '../notebook/create-all.ts';
import { minutesFigures } from '../report/minutes-figures.ts';
import { country, items, type SampleWriting } from './sample-writing.ts';

type Work = readonly [title: string, days: number, hours: number, country: string, type: NonNullable<RecordInput<'activity'>['type']>, area: NonNullable<RecordInput<'activity'>['crimeAreas']>[number], project: Project, people?: readonly [women: number, men: number]];

/** What was done beside the four cases, over the eight months. */
const work: readonly Work[] = [
  ['Evidence from encrypted telephones', -225, 5, 'SRB', 'training', 'drugs', 'prosecutors-network', [12, 17]],
  ['Registers of legal weapons compared', -212, 2.5, 'MKD', 'coordination', 'firearms', 'police-cooperation'],
  ['Opinion on the draft law on firearms', -205, 6, 'BIH', 'drafting', 'firearms', 'prosecutors-network'],
  ['Interviewing victims without a second harm', -188, 7, 'ALB', 'training', 'human-trafficking', 'prosecutors-network', [21, 9]],
  ['First contact with the liaison officers in Zagreb', -171, 1.5, 'HRV', 'network-contact', 'firearms', 'police-cooperation'],
  ['Surveillance over two borders', -163, 4, 'MNE', 'advice-on-case', 'cigarettes', 'police-cooperation'],
  ['Финансијска истрага од првог дана', -142, 6, 'SRB', 'training', 'money-laundering', 'prosecutors-network', [8, 11]],
  ['Mentorim: kërkesa për sekuestrim', -121, 3, 'XKX', 'mentoring', 'money-laundering', 'prosecutors-network'],
  ['Working with covert investigators', -105, 5, 'MKD', 'training', 'drugs', 'police-cooperation', [4, 19]],
  ['Stolen vehicles and their papers', -92, 3, 'ALB', 'training', 'vehicles', 'police-cooperation', [6, 15]],
  ['Sastanak o zaštiti svjedoka', -81, 2, 'BIH', 'coordination', 'corruption', 'prosecutors-network'],
  ['Study visit to the joint police centre', -69, 14, 'HRV', 'study-visit', 'migrant-smuggling', 'police-cooperation', [5, 7]],
  ['Електронски докази', -57, 6, 'MKD', 'training', 'cybercrime', 'prosecutors-network', [10, 10]],
  ['Pyetje për Konventën e Budapestit', -48, 1.5, 'ALB', 'advice-on-law', 'cybercrime', 'prosecutors-network'],
  ['Postupanje s oduzetim oružjem', -36, 4, 'MNE', 'advice-on-case', 'firearms', 'police-cooperation'],
  ['Corruption at border posts: indicators', -27, 5, 'XKX', 'training', 'corruption', 'police-cooperation', [7, 16]],
  ['Reading a foreign judgment', -19, 2, 'SRB', 'mentoring', 'firearms', 'prosecutors-network'],
  ['Planning the action day', -9, 3, 'MNE', 'coordination', 'firearms', 'police-cooperation'],
  ['Questions before the indictment', -4, 2.5, 'SRB', 'advice-on-case', 'firearms', 'prosecutors-network'],
];

type Indicator = RecordInput<'indicator'>;

const indicators: readonly (readonly [name: string, value: Indicator])[] = [
  ['trained', { title: 'Prosecutors and judges trained in cross-border evidence', code: '1.2', project: 'prosecutors-network', resultLevel: 'output', result: 'Practitioners know the instruments', measure: 'participants', types: ['training'], unit: 'people', baseline: 0, target: 120, disaggregation: ['sex', 'country'], verification: 'Attendance lists, kept by the office.' }],
  ['advice', { title: 'Hours of advice on live cases', code: '1.1', project: 'prosecutors-network', resultLevel: 'output', result: 'Cases are advised on while they run', measure: 'hours', types: ['advice-on-case', 'advice-on-law', 'mentoring'], unit: 'hours', baseline: 0, target: 60, disaggregation: ['country', 'type'] }],
  ['cases', { title: 'Cross-border cases supported', code: '0.1', project: 'prosecutors-network', resultLevel: 'outcome', result: 'Organised crime is prosecuted on both sides of a border', measure: 'cases-supported', unit: 'cases', baseline: 1, target: 6, disaggregation: ['crime-area'] }],
  ['decisions', { title: 'Decisions taken in joint working groups', code: '1.3', project: 'prosecutors-network', resultLevel: 'output', measure: 'decisions', unit: 'decisions', baseline: 0, target: 25, disaggregation: ['month'] }],
  ['trust', { title: 'Practitioners who would call their counterpart directly', code: '0.2', project: 'prosecutors-network', resultLevel: 'outcome', measure: 'by-hand', unit: 'per cent', baseline: 34, target: 70, verification: 'Survey among the members of the groups, twice a year.' }],
  ['requests', { title: 'Police information requests sent', code: '2.1', project: 'police-cooperation', resultLevel: 'output', result: 'Police share what they know in time', measure: 'requests-sent', instruments: ['police-information-request', 'data-preservation', 'controlled-delivery'], unit: 'requests', baseline: 0, target: 12, disaggregation: ['country', 'type'] }],
  ['police-trained', { title: 'Police officers trained', code: '2.2', project: 'police-cooperation', resultLevel: 'output', measure: 'participants', types: ['training'], unit: 'people', baseline: 0, target: 100, disaggregation: ['sex', 'crime-area'] }],
  ['police-coordination', { title: 'Coordination and network contacts', code: '2.3', project: 'police-cooperation', resultLevel: 'activity', measure: 'activities', types: ['coordination', 'network-contact'], unit: 'contacts', baseline: 0, target: 20, disaggregation: ['country'] }],
];

/** Work to be counted, the logframe that it counts for, and the quarter that was reported last. */
export function writeReport(sample: SampleWriting, today: Day): void {
  work.forEach(([title, days, hours, code, type, area, project, people], at) => {
    const [women, men] = people ?? [null, null];
    sample.add(`work ${String(at)}`, 'activity', { title, day: sample.day(days), hours, country: country(code), type, crimeAreas: [area], project, women, men }, 'UNCLASSIFIED');
  });
  const begun = sample.day(-245);
  for (const [name, value] of indicators) {
    const readings = name === 'trust' ? items([{ on: sample.day(-180), reading: 41, source: 'Survey, spring' }, { on: sample.day(-20), reading: 52, source: 'Survey, autumn' }]) : [];
    sample.add(`indicator ${name}`, 'indicator', { baselineOn: begun, targetOn: sample.day(480), ...value, readings }, 'UNCLASSIFIED');
  }
  freezeLastQuarter(sample, today);
}

/** As the app itself would have frozen it, counted from the sample's own records. */
function freezeLastQuarter(sample: SampleWriting, today: Day): void {
  const name = periodAt(today, 'quarter', -1);
  const span = spanOf(name);
  if (span === null) return;
  const own = sample.records.flatMap((one) => (one.kind === 'indicator' && one.record !== undefined && one.value.project === 'prosecutors-network' ? [{ record: one.record, value: kinds.indicator.schema.parse(one.value) }] : []));
  const figures = items(frozenFigures(own, span, countable(sourceOf(sample.records, today)), []));
  const [year = '', quarter = ''] = name.split('-Q');
  const value: RecordInput<'report'> = { title: `Prosecutors' Network, Quarter ${quarter}, ${year}`, project: 'prosecutors-network', from: span.from, until: span.until, figures, remarks: 'Reported with the quarterly letter.' };
  sample.records.push({ kind: 'report', value, level: 'SENSITIVE' as MarkingId, record: sample.id('report'), final: true });
}

function sourceOf(records: readonly NewRecord[], today: Day): ReportSource {
  const rows = <Kind extends RecordKind>(kind: Kind): readonly (SourceRow<Kind> & { readonly value: RecordValue<Kind> })[] =>
    records.flatMap((one) => (one.kind === kind && one.record !== undefined ? [{ record: one.record, value: kinds[kind].schema.parse(one.value) as RecordValue<Kind> }] : []));
  return {
    today,
    activities: rows('activity'),
    meetings: rows('meeting').map((row) => ({ ...row, minutes: minutesFigures(row.value) })),
    actions: rows('action'),
    requests: rows('request'),
    cases: rows('case'),
    groups: rows('jwg'),
  };
}
