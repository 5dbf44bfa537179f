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

/** Everything about a fact but what it measures: shared by all facts of one record. */
function groundOf({ country, type, ...own }: Own, { project, group, crimeAreas }: Belongs): Omit<Fact, 'measure' | 'amount'> {
  const values = { ...nothing, country: country.length < 2 ? country : [...new Set(country)], 'crime-area': crimeAreas, group, type: [type], month: [periodOf(own.day, 'month')] };
  return { ...own, project, values };
}

function activityFacts({ record, value }: SourceRow<'activity'>, belonging: Belonging): readonly Fact[] {
  const { day, hours, women, men, country, type = 'other', crimeAreas = [] } = value;
  if (day === null || day === undefined) return [];
  const ground = groundOf({ record, kind: 'activity', day, country: country ? [country] : [], type, case: value.case ?? null }, belonging.of({ ...value, crimeAreas }));
  const people = (sex: 'women' | 'men', count: number | null | undefined): readonly Fact[] => {
    return count ? [{ ...ground, measure: 'participants', amount: count, values: { ...ground.values, sex: [sex] } }] : [];
  };
  return [{ ...ground, measure: 'activities', amount: 1 }, ...(hours ? [{ ...ground, measure: 'hours' as const, amount: hours }] : []), ...people('women', women), ...people('men', men)];
}

/** Meetings held, what was decided in them, and the actions that came out of them; an action counts with its meeting. */
function meetingFacts({ meetings, actions, today }: ReportSource, belonging: Belonging): readonly Fact[] {
  const held = new Map<RecordId, Omit<Fact, 'measure' | 'amount'>>();
  const facts: Fact[] = [];
  for (const { record, value, minutes } of meetings) {
    const { day } = value;
    if (!day || day > today || !(minutes.held || (value.stage ?? 'preparing') !== 'preparing')) continue;
    const type = value.case ? 'of-case' : (value.jwg ?? value.series) ? 'of-group' : 'other';
    const ground = groundOf({ record, kind: 'meeting', day, country: minutes.countries, type, case: value.case ?? null }, belonging.of(value));
    held.set(record, ground);
    facts.push({ ...ground, measure: 'meetings', amount: 1 });
    if (minutes.decisions > 0) facts.push({ ...ground, measure: 'decisions', amount: minutes.decisions });
  }
  for (const { record, value } of actions) {
    const meeting = value.origin ? held.get(value.origin) : undefined;
    if (meeting !== undefined) facts.push({ ...meeting, record, kind: 'action', measure: 'actions', amount: 1 });
  }
  return facts;
}

function requestFacts({ record, value }: SourceRow<'request'>, belonging: Belonging, today: Day): readonly Fact[] {
  const { sent, answered, executed, fromCountry, toCountry, instrument = 'other' } = value;
  const country = [fromCountry, toCountry].filter((one) => one !== null && one !== undefined);
  const belongs = belonging.of(value);
  const on = (measure: Measure, day: Day | null | undefined): readonly Fact[] =>
    day && day <= today ? [{ ...groundOf({ record, kind: 'request', day, country, type: instrument, case: value.case ?? null }, belongs), measure, amount: 1 }] : [];
  const [first] = [answered, executed].filter((one) => one !== null && one !== undefined).toSorted();
  return [...on('requests-sent', sent), ...on('requests-answered', first)];
}
