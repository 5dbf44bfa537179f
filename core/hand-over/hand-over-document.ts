import type { CountryCode, Day, Instant, MarkingId, RecordId } from '../ids.ts';
import type { MarkingScheme } from '../markings/marking.ts';
import { highest, markingOf } from '../markings/scheme.ts';
import { countryName } from '../minutes/country-name.ts';
import { labelsOf } from '../minutes/labels/labels-of.ts';
import { printedDay, timeSpan, type Fact } from '../minutes/meeting-facts.ts';
import type { RecordValue } from '../records/kinds.ts';
import { handOverLabelsOf, type HandOverLabels, type HandOverLanguage } from './hand-over-labels.ts';

/** A record with the level that it is marked with. */
export interface Levelled<Value> {
  readonly value: Value;
  readonly level: MarkingId;
}

/** Everything about one case that the report tells. What may not be passed on is not in it. */
export interface HandedCase {
  readonly record: RecordId;
  readonly case: Levelled<RecordValue<'case'>>;
  readonly group: string | null;
  readonly actions: readonly Levelled<Partial<RecordValue<'action'>>>[];
  /** Newest first. Titles only: the notes themselves are in the notebook. */
  readonly notes: readonly Levelled<{ readonly title: string; readonly day: Day | null }>[];
  readonly meetings: readonly Levelled<Partial<RecordValue<'meeting'>>>[];
  /** Not executed, refused or withdrawn yet. */
  readonly requests: readonly Levelled<Partial<RecordValue<'request'>>>[];
  /** Whoever handles or helps with an open request. */
  readonly contacts: readonly Levelled<Partial<RecordValue<'contact'>>>[];
}

export interface HandOverSource {
  /** Of the labels. */
  readonly language: HandOverLanguage;
  readonly at: Instant;
  readonly day: Day;
  readonly scheme: MarkingScheme;
  readonly from: Party;
  readonly to: Party;
  readonly remarks: string;
  readonly cases: readonly HandedCase[];
  readonly leftOut: number;
}

export interface Party {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
}

export interface CaseSection {
  readonly title: string;
  readonly portion: string;
  readonly facts: readonly Fact[];
  readonly summary: string;
  /** Of a case that is closed: how it ended, what was achieved, what stays open. */
  readonly closing: readonly Fact[];
  readonly actions: readonly (readonly [text: string, owner: string, due: string])[];
  readonly requests: readonly (readonly [title: string, to: string, status: string, due: string])[];
  readonly contacts: readonly (readonly [name: string, institution: string, country: string])[];
  readonly meetings: readonly (readonly [day: string, time: string, title: string, place: string])[];
  readonly notes: readonly (readonly [day: string, title: string])[];
}

/** A hand-over as it is printed: every text in its place. */
export interface HandOverDocument {
  readonly language: HandOverLanguage;
  readonly title: string;
  readonly marking: MarkingId;
  readonly banner: string;
  readonly facts: readonly Fact[];
  readonly remarks: string;
  readonly cases: readonly CaseSection[];
  readonly leftOut: string | null;
  readonly signatures: readonly (readonly [role: string, name: string])[];
}

/** The labels of one language, and how it writes days and countries. */
interface Wording {
  readonly labels: HandOverLabels;
  readonly day: (day: Day | null | undefined) => string;
  readonly country: (code: string) => string;
}

function wordingIn(language: HandOverLanguage): Wording {
  const { longDate } = labelsOf(language);
  return {
    labels: handOverLabelsOf(language),
    day: (day) => printedDay(day ?? null, longDate),
    country: (code) => (code === '' ? '' : countryName(code as CountryCode, language)),
  };
}

/** Lays the hand-over out. The whole carries the highest level of anything it names. */
export function handOverDocument(source: HandOverSource): HandOverDocument {
  const { scheme, from, to, language } = source;
  const wording = wordingIn(language);
  const { labels } = wording;
  const marking = highest(...levelsOf(source).map((level) => markingOf(scheme, level)) as [ReturnType<typeof markingOf>]);
  return {
    language,
    title: labels.title(source.cases.length),
    marking: marking.id,
    banner: marking.full,
    facts: [
      { label: labels.classification, value: marking.full },
      { label: labels.date, value: wording.day(source.day) },
      { label: labels.from, value: partyInWords(from, wording) },
      { label: labels.takenOver, value: partyInWords(to, wording) },
    ],
    remarks: source.remarks.trim(),
    cases: source.cases.map((one) => caseSection(one, scheme, wording)),
    leftOut: source.leftOut === 0 ? null : labels.leftOut(source.leftOut),
    signatures: [[labels.handedOverBy, from.name], [labels.takenOverBy, to.name]],
  };
}

function levelsOf({ cases }: HandOverSource): readonly MarkingId[] {
  return cases.flatMap((one) => [one.case, ...one.actions, ...one.notes, ...one.meetings, ...one.requests, ...one.contacts].map(({ level }) => level));
}

function partyInWords({ name, institution, country }: Party, wording: Wording): string {
  return [name, institution, wording.country(country)].filter((part) => part !== '').join(', ');
}

function caseSection(handed: HandedCase, scheme: MarkingScheme, { labels, day, country }: Wording): CaseSection {
  const { value, level } = handed.case;
  const facts: Fact[] = [
    { label: labels.reference, value: value.reference },
    { label: labels.group, value: handed.group ?? '' },
    { label: labels.phase, value: labels.phases[value.phase] },
    { label: labels.countries, value: value.countries.map(country).join(', ') },
    { label: labels.lead, value: value.lead },
    { label: labels.opened, value: day(value.opened) },
    { label: labels.closed, value: day(value.closed) },
  ];
  const closing: Fact[] = [
    { label: labels.outcome, value: value.outcome.trim() },
    { label: labels.achieved, value: value.achieved.trim() },
    { label: labels.staysOpen, value: value.staysOpen.trim() },
  ];
  return {
    title: value.title,
    portion: markingOf(scheme, level).short,
    facts: facts.filter((fact) => fact.value !== ''),
    summary: value.summary,
    closing: closing.filter((fact) => fact.value !== ''),
    actions: handed.actions.map(({ value: action }) => [action.text ?? '', action.owner ?? '', day(action.due)]),
    requests: handed.requests.map(({ value: request }) => [
      [request.title, request.reference].filter((part) => part !== undefined && part !== '').join(', '),
      [request.toAuthority ?? '', country(request.toCountry ?? '')].filter((part) => part !== '').join(', '),
      labels.requestStatuses[request.status ?? 'draft'],
      day(request.due),
    ]),
    contacts: handed.contacts.map(({ value: contact }) => [contact.name ?? '', contact.institution ?? '', country(contact.country ?? '')]),
    meetings: handed.meetings.map(({ value: meeting }) => [day(meeting.day), timeSpan(meeting.start ?? null, null), meeting.title ?? '', meeting.place ?? '']),
    notes: handed.notes.map(({ value: note }) => [day(note.day), note.title]),
  };
}
