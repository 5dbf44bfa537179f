import type { CountryCode, Day, RecordId } from '../ids.ts';
import type { Dimension, Measure } from '../records/indicator.ts';
import type { RecordKind, RecordValue } from '../records/kinds.ts';
import { periodOf } from '../records/periods.ts';
import type { Project } from '../records/projects.ts';
import { Belonging, type Belongs } from './belonging.ts';

/** A record as counting needs it: nothing but its row. */
export interface SourceRow<Kind extends RecordKind> {
  readonly record: RecordId;
  readonly value: Partial<RecordValue<Kind>>;
}

/** What minutes say that their row does not. */
export interface MinutesFigures {
  readonly decisions: number;
  /** Something was written down, or somebody was there. */
  readonly held: boolean;
  /** Of those present. */
  readonly countries: readonly CountryCode[];
}

/** Everything that is counted. What lies in the bin, is restricted or is gone is not in it. */
export interface ReportSource {
  readonly today: Day;
  readonly activities: readonly SourceRow<'activity'>[];
  readonly meetings: readonly (SourceRow<'meeting'> & { readonly minutes: MinutesFigures })[];
  readonly actions: readonly SourceRow<'action'>[];
  readonly requests: readonly SourceRow<'request'>[];
  readonly cases: readonly SourceRow<'case'>[];
  /** Pages of Joint Working Groups. */
  readonly groups: readonly SourceRow<'jwg'>[];
}

/** The values of a figure's parts; a fact may have several of one dimension, or none. */
export type DimensionValues = Readonly<Record<Dimension, readonly string[]>>;

/** One thing that counts: on a day, so much of a measure, for one project or for none. */
export interface Fact {
  readonly measure: Measure;
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly day: Day;
  readonly amount: number;
  readonly project: Project | null;
  readonly case: RecordId | null;
  readonly values: DimensionValues;
}

/** A case as it counts in whichever period it is supported. */
export type CountedCase = Pick<Fact, 'record' | 'project' | 'values'>;

/** Everything that can be counted, of all time. */
export interface Countable {
  readonly facts: readonly Fact[];
  readonly cases: ReadonlyMap<RecordId, CountedCase>;
}

/** How a meeting is told apart from others without naming its series. */
export const meetingTypes = ['of-case', 'of-group', 'other'] as const;

/**
 * Everything in the records that counts. An activity counts on its day, a meeting when its day has
 * come and it was held, a request on the day it was sent and on the day of its first answer, in part
 * or in full. Cases supported depend on the period: `select` in count.ts finds them.
 */
export function countable(source: ReportSource): Countable {
  const belonging = new Belonging(source);
  const facts = [
    ...source.activities.flatMap((row) => activityFacts(row, belonging)),
    ...meetingFacts(source, belonging),
    ...source.requests.flatMap((row) => requestFacts(row, belonging, source.today)),
  ];
  const cases = source.cases.map(({ record, value }) => {
    const { project, group, crimeAreas } = belonging.ofCase(record);
    return [record, { record, project, values: { ...nothing, country: value.countries ?? [], 'crime-area': crimeAreas, group } }] as const;
  });
  return { facts, cases: new Map(cases) };
}

const nothing: DimensionValues = { country: [], 'crime-area': [], group: [], type: [], month: [], sex: [] };

interface Own {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly day: Day;
  readonly country: readonly CountryCode[];
  readonly type: string;
  readonly case: RecordId | null;
}

function fact(measure: Measure, amount: number, { record, kind, day, country, type, case: ofCase }: Own, { project, group, crimeAreas }: Belongs): Fact {
  const values = { ...nothing, country: [...new Set(country)], 'crime-area': crimeAreas, group, type: [type], month: [periodOf(day, 'month')] };
  return { measure, record, kind, day, amount, project, case: ofCase, values };
}

function activityFacts({ record, value }: SourceRow<'activity'>, belonging: Belonging): readonly Fact[] {
  const { day, hours, women, men, country, type = 'other', crimeAreas = [] } = value;
  if (day === null || day === undefined) return [];
  const own: Own = { record, kind: 'activity', day, country: country ? [country] : [], type, case: value.case ?? null };
  const belongs = belonging.of({ ...value, crimeAreas });
  const people = (sex: 'women' | 'men', count: number | null | undefined): readonly Fact[] => {
    if (!count) return [];
    const counted = fact('participants', count, own, belongs);
    return [{ ...counted, values: { ...counted.values, sex: [sex] } }];
  };
  return [fact('activities', 1, own, belongs), ...(hours ? [fact('hours', hours, own, belongs)] : []), ...people('women', women), ...people('men', men)];
}

/** Meetings held, what was decided in them, and the actions that came out of them; an action counts with its meeting. */
function meetingFacts({ meetings, actions, today }: ReportSource, belonging: Belonging): readonly Fact[] {
  const held = new Map<RecordId, { readonly own: Own; readonly belongs: Belongs }>();
  const facts: Fact[] = [];
  for (const { record, value, minutes } of meetings) {
    const { day } = value;
    if (!day || day > today || !(minutes.held || (value.stage ?? 'preparing') !== 'preparing')) continue;
    const type = value.case ? 'of-case' : (value.jwg ?? value.series) ? 'of-group' : 'other';
    const own: Own = { record, kind: 'meeting', day, country: minutes.countries, type, case: value.case ?? null };
    const belongs = belonging.of(value);
    held.set(record, { own, belongs });
    facts.push(fact('meetings', 1, own, belongs));
    if (minutes.decisions > 0) facts.push(fact('decisions', minutes.decisions, own, belongs));
  }
  for (const { record, value } of actions) {
    const meeting = value.origin ? held.get(value.origin) : undefined;
    if (meeting !== undefined) facts.push(fact('actions', 1, { ...meeting.own, record, kind: 'action' }, meeting.belongs));
  }
  return facts;
}

function requestFacts({ record, value }: SourceRow<'request'>, belonging: Belonging, today: Day): readonly Fact[] {
  const { sent, answered, executed, fromCountry, toCountry, instrument = 'other' } = value;
  const country = [fromCountry, toCountry].filter((one) => one !== null && one !== undefined);
  const belongs = belonging.of(value);
  const on = (measure: Measure, day: Day | null | undefined): readonly Fact[] =>
    day && day <= today ? [fact(measure, 1, { record, kind: 'request', day, country, type: instrument, case: value.case ?? null }, belongs)] : [];
  const [first] = [answered, executed].filter((one) => one !== null && one !== undefined).toSorted();
  return [...on('requests-sent', sent), ...on('requests-answered', first)];
}
