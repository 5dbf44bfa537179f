import type { ItemKey, MarkingId } from '../../core/ids.ts';
import { defaultScheme } from '../../core/markings/default-scheme.ts';
import { kinds, type RecordInput } from '../../core/records/kinds.ts';
import type { LinkedAction, Meeting, MinutesSource } from '../../core/minutes/minutes-source.ts';

/** Meetings for tests and measurements. Names and cases are invented. */
type MeetingInput = RecordInput<'meeting'>;

let made = 0;

/** A key and an order that rises with each call. */
export function placed(): { key: string; order: string } {
  made += 1;
  return { key: `k${made}`, order: `a${String(made).padStart(6, '0')}` };
}

export function aMeeting(input: Partial<MeetingInput> = {}): Meeting {
  return kinds.meeting.schema.parse({ title: 'Coordination meeting', reference: 'JWG-TR/2026/014', day: '2026-11-23', ...input });
}

export function aSource(meeting: Meeting, more: Partial<MinutesSource> = {}): MinutesSource {
  return {
    meeting,
    level: 'SENSITIVE' as MarkingId,
    scheme: defaultScheme,
    language: 'en',
    group: 'Joint Working Group on Trafficking in Firearms and Drugs',
    actions: new Map(),
    approvals: [],
    ...more,
  };
}

const people = [
  ['Élise Moreau-Lefèvre', 'Ministère de la Justice, Direction des affaires criminelles et des grâces', 'FRA', 'chair'],
  ['Ђорђе Петровић', 'Тужилаштво за организовани криминал', 'SRB', 'participant'],
  ['Blerta Krasniqi', 'Prokuroria Speciale', 'XKX', 'participant'],
  ['Arben Çela', 'Prokuroria e Posaçme kundër Korrupsionit dhe Krimit të Organizuar', 'ALB', 'participant'],
  ['Željka Šarić', 'Ured za suzbijanje korupcije i organiziranog kriminaliteta', 'HRV', 'minute-taker'],
  ['Sabine Groß-Württemberger', 'Deutsche Gesellschaft für Internationale Zusammenarbeit', 'DEU', 'participant'],
  ['Милица Ѓорѓиевска', 'Основно јавно обвинителство за гонење организиран криминал и корупција', 'MKD', 'participant'],
] as const;

export function peopleAtMeeting(): MeetingInput['attendance'] {
  return people.map(([name, institution, country, role]) => ({ ...placed(), name, institution, country, role }));
}

const sentences = [
  'The chair recalled that the request sent on 4 November had been acknowledged and that a partial answer was expected within the week.',
  'Учесници су се сагласили да се подаци размењују искључиво преко утврђених контакт-тачака и да се о сваком уступању води евиденција.',
  'Përfaqësuesi i Prokurorisë së Posaçme njoftoi se analiza e komunikimeve do të përfundojë para mbledhjes së radhës dhe se përkthimi është porositur.',
  'It was noted that the vehicle had crossed at Hani i Hotit twice in the same week, and that the registration plates had been changed between the two crossings.',
  'Europol would compare the telephone numbers with its own data and report any match through the national units.',
  'The Eurojust national desk offered to host the next coordination meeting and to bear the cost of interpretation into three languages.',
] as const;

/** Some paragraphs of minutes, the same ones for the same number. */
export function someText(seed: number, count: number): string {
  return Array.from({ length: count }, (_, index) => sentences[(seed + index) % sentences.length]).join(' ');
}

/** Minutes of a whole day: about 40 printed pages with 37 items, in three languages and two scripts. */
export function aLongMeeting(items = 37): Meeting {
  const agenda = Array.from({ length: items }, (_, index) => ({
    ...placed(),
    title: index % 7 === 3 ? 'Размена података о возилима и лицима' : `Item on route ${index + 1}: state of play and next steps`,
    minutes: 10,
    level: index % 5 === 0 ? 'UNCLASSIFIED' : null,
  }));
  const lines = agenda.flatMap((item, index) => linesOf(item.key as ItemKey, index));
  return aMeeting({
    title: 'Cigarette and firearms route Bar–Bari: coordination meeting of prosecutors and police',
    series: 'Monthly coordination',
    start: '09:30',
    end: '17:45',
    place: 'Podgorica, Palace of Justice',
    stage: 'circulated',
    attendance: [
      ...(peopleAtMeeting() ?? []),
      { ...placed(), name: 'Giovanni de’ Conti', institution: 'Ministero dell’Interno', country: 'ITA', presence: 'apologies' },
    ],
    agenda,
    lines,
    annexes: [{ ...placed(), title: 'Chart of border crossings, September to November 2026' }],
    distribution: people.slice(0, 5).map(([name, institution, country]) => ({ ...placed(), name, institution, country })),
    next: { day: '2026-12-14', start: '10:00', place: 'Tirana' },
  });
}

function linesOf(item: ItemKey, index: number): NonNullable<MeetingInput['lines']> {
  const discussion = Array.from({ length: 4 + (index % 3) }, (_, at) => ({
    ...placed(), item, type: 'discussion' as const, text: someText(index + at, 2 + (at % 3)),
  }));
  return [
    ...discussion,
    { ...placed(), item, type: 'decision' as const, text: someText(index + 1, 1) },
    { ...placed(), item, type: 'action' as const, text: someText(index + 3, 1), owner: 'Ђорђе Петровић', due: '2026-12-01' },
    { ...placed(), item, type: 'action' as const, text: someText(index + 4, 2), owner: 'Blerta Krasniqi', due: '2026-12-10' },
  ];
}

export function anAction(input: Partial<RecordInput<'action'>> = {}, level = 'SENSITIVE'): LinkedAction {
  return { value: kinds.action.schema.parse({ text: 'Send the request', ...input }), level: level as MarkingId };
}
