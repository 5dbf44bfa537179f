import type { ItemKey } from '../../../core/ids.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { country, items, type SampleWriting } from './sample-writing.ts';

const participants = [
  ['Jelena Vukčević Lakić', 'SDT', 'MNE', 'chair'], ['Ana Sever', 'Seconded prosecutor', 'HRV', 'minute-taker'], ['Ermira Bajraktarollari', 'SPAK', 'ALB', 'participant'], ['Ђорђе Милисављевић', 'ТОК', 'SRB', 'participant'],
  ['Besa Krasniqi-Gashaj', 'Prokuroria Speciale', 'XKX', 'participant'], ['Горан Трајковиќ', 'ОЈО', 'MKD', 'participant'], ['Chiara Lorusso Gentile', 'DDA Bari', 'ITA', 'participant'],
] as const;

const places = ['Podgorica', 'Tirana', 'Skopje', 'Pristina', 'Sarajevo', 'Zagreb', 'Belgrade', 'Bari'] as const;

type Line = readonly [item: number, type: 'discussion' | 'decision' | 'action', text: string, owner?: string, due?: number];

/** What was said in each meeting: [days from today, lines]. */
const minutes: readonly (readonly [days: number, lines: readonly Line[]])[] = [
  [-218, [[0, 'discussion', 'The seizure in Bari: fourteen pistols of one series, converted with the same tool.'], [1, 'decision', 'One common list of serial numbers is kept by the analyst.'], [2, 'action', 'Send the list of serial numbers to all members', 'Снежана Стаменовић', -200]]],
  [-188, [[0, 'discussion', 'Controlled delivery went as planned; two persons identified in Bari.'], [1, 'decision', 'Montenegro and Italy prepare a joint investigation team.'], [2, 'action', 'Draft of the JIT agreement', 'Chiara Lorusso Gentile', -165]]],
  [-157, [[0, 'discussion', 'Реактивирано оружје из Врања има исте трагове алата.'], [1, 'decision', 'Cases 01 and 02 stay separate; ballistics are shared.'], [2, 'action', 'Ballistic laboratories agree on one form', 'Ђорђе Милисављевић', -130]]],
  [-127, [[0, 'discussion', 'Hyrje-daljet në Hani i Hotit tregojnë tri udhëtime në muaj.'], [1, 'decision', 'Crossing records are asked for through SIENA.'], [2, 'action', 'Ask for the crossing records', 'Ana Sever', -100]]],
  [-96, [[0, 'discussion', 'Proceeds: two building firms in Durrës, an agency in Rijeka.'], [1, 'decision', 'A case of its own for the money (JWG-F 03).'], [2, 'action', 'Names of the firms to the financial intelligence units', 'Gëzim Hoxhallari', -70]]],
  [-65, [[0, 'discussion', 'Detention of two suspects; a witness asks for protection.'], [1, 'decision', 'The witness is spoken of under the code name only.'], [2, 'action', 'Referral to the protection unit', 'Jelena Vukčević Lakić', -60], [2, 'action', 'Remind Tirana of the crossing records', 'Ana Sever', -30]]],
  [-34, [[0, 'discussion', 'Eleven pistols are from one workshop; three are still open.'], [1, 'decision', 'Detention is to be extended before it runs out.'], [2, 'action', 'Proposal to extend detention', 'Momčilo Radulović-Đin', 1], [2, 'action', 'Translation of the ballistic report into Montenegrin', 'Ana Sever', -5]]],
];

/** The meeting whose minutes were corrected, by its place among them. */
const corrected = 5;

/** The group's monthly meetings, the one that comes, and the actions that came of them. */
export function writeMeetings(sample: SampleWriting): void {
  series(sample);
  minutes.forEach(([days, lines], at) => past(sample, at, days, lines));
  sample.add('meeting next', 'meeting', {
    ...head(sample, minutes.length), day: sample.day(3), start: '10:00', end: '12:30', stage: 'preparing', attendance: attendance(-1), agenda: agenda(),
    next: { day: sample.day(34), place: 'Zagreb' },
  });
  sample.add('meeting jit', 'meeting', {
    title: 'Coordination meeting, JIT Adriatic', case: sample.id('case port'), day: sample.day(9), start: '14:00', place: 'The Hague', language: 'en', stage: 'preparing',
    attendance: items([participants[0], participants[6]].map(([name, institution, code]) => ({ name, institution, country: country(code) }))), agenda: items([{ title: 'Extension of the agreement', minutes: 30 }, { title: 'Common action day', minutes: 45 }]),
  });
}

function series(sample: SampleWriting): void {
  sample.add('series monthly', 'series', {
    title: 'JWG Firearms South, monthly', frequency: 'monthly', start: '10:00', place: 'in turn', purpose: 'Where the cases stand, what each needs of the others.', agenda: agenda(),
    participants: items(participants.map(([name, institution, code, role]) => ({ name, institution, country: country(code), role }))),
  }, 'UNCLASSIFIED');
  sample.add('series jit', 'series', { title: 'JIT Adriatic, coordination', case: sample.id('case port'), frequency: 'as-needed', place: 'The Hague', agenda: items([{ title: 'State of the investigations', minutes: 30 }, { title: 'Evidence and disclosure', minutes: 30 }]) });
}

function agenda() {
  return items([{ title: 'Where the cases stand', minutes: 60 }, { title: 'What is decided', minutes: 30 }, { title: 'Who does what by when', minutes: 30 }]);
}

function attendance(absent: number) {
  return items(participants.map(([name, institution, code, role], at) => ({ name, institution, country: country(code), role, presence: at === absent ? ('apologies' as const) : ('present' as const) })));
}

function head(sample: SampleWriting, at: number): Pick<RecordInput<'meeting'>, 'title' | 'reference' | 'series' | 'place' | 'language' | 'case'> {
  return { title: `JWG Firearms South, meeting ${String(at + 1)}`, reference: `JWG-F/M/${String(at + 1)}`, series: 'JWG Firearms South, monthly', place: places[at % places.length] ?? '', language: 'en', case: sample.id('case port') };
}

function past(sample: SampleWriting, at: number, days: number, lines: readonly Line[]): void {
  const points = agenda();
  const said = lines.map(([item, type, words, owner = '', due], number) => {
    const action = type === 'action' ? `action ${String(at)}.${String(number)}` : null;
    return { item: points[item]?.key ?? '', type, text: words, owner, due: due === undefined ? null : sample.day(due), action: action === null ? null : sample.id(action) };
  });
  const numbered = items(said);
  sample.add(`meeting ${String(at)}`, 'meeting', { ...head(sample, at), day: sample.day(days), start: '10:00', end: '12:40', stage: 'circulated', attendance: attendance(at % 7 === 0 ? -1 : (at % 5) + 2), agenda: points, lines: numbered, annexes: at === 0 ? items([{ title: 'List of serial numbers' }]) : [] });
  if (at === corrected) correct(sample, `meeting ${String(at)}`, numbered.map((line) => line.key));
  for (const line of numbered) {
    if (line.type !== 'action' || line.action === null) continue;
    const number = numbered.indexOf(line);
    const open = (line.due ?? '') > sample.day(-32);
    sample.add(`action ${String(at)}.${String(number)}`, 'action', { text: line.text, owner: line.owner, due: line.due, status: open ? 'open' : 'done', outcome: open ? '' : 'Done.', case: sample.id('case port'), origin: sample.id(`meeting ${String(at)}`), originLine: line.key });
  }
}

/** One correction that the next meeting approved, and one that waits for the meeting that comes. */
function correct(sample: SampleWriting, meeting: string, lines: readonly ItemKey[]): void {
  const open = { decision: null, decidedAs: null, decidedOn: null, decidedBy: '', decidedAt: null } as const;
  sample.correct(meeting, items([
    {
      of: lines[0] ?? null, passage: 'two suspects', wording: 'two suspects in Podgorica and one in Bari', reason: 'The third was detained in Bari on the same day, by order of the Tribunale (4410/26 RGNR).', by: 'Ana Sever', on: sample.day(-50),
      decision: 'approved', decidedAs: 'meeting', decidedOn: sample.day(-34), decidedBy: '', decidedAt: sample.id(`meeting ${String(corrected + 1)}`),
    },
    { of: lines[1] ?? null, passage: 'under the code name only', wording: 'under the code name only, also in what goes to Eurojust', reason: 'Тако је договорено; записник то не каже.', by: 'Ana Sever', on: sample.day(-20), ...open },
  ]));
}
