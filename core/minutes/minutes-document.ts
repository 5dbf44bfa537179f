import type { ItemKey, MarkingId } from '../ids.ts';
import type { Marking } from '../markings/marking.ts';
import { highest, markingOf } from '../markings/scheme.ts';
import { expected, informed, type Attending } from '../meetings/attendance.ts';
import { outcomesOf } from '../meetings/item-outcome.ts';
import { byOrder } from '../records/order.ts';
import { countryName } from './country-name.ts';
import { kosovoFootnotes, namesKosovo, type Footnote } from './kosovo-footnote.ts';
import { labelsOf } from './labels/labels-of.ts';
import type { MinutesLabels } from './labels/labels.ts';
import { meetingFacts, printedDay, timeSpan, type Fact } from './meeting-facts.ts';
import type { Meeting, MinutesSource } from './minutes-source.ts';
import { correctionRows, marksOf, type CorrectionRow, type Mark } from './printed-corrections.ts';

type Line = Meeting['lines'][number];
type AgendaItem = Meeting['agenda'][number];

export interface PersonRow {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly role: string;
}

/** Words that were said, and the marks of the corrections to them. */
export interface Said {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface ActionRow extends Said {
  readonly number: number;
  readonly owner: string;
  readonly due: string;
  /** Its own portion marking, where it differs from the item's. */
  readonly portion: string | null;
}

export interface ItemSection {
  readonly number: number;
  readonly title: string;
  /** Short form of the marking that this part carries. */
  readonly portion: string;
  readonly duration: string | null;
  readonly parked: boolean;
  /** What came of it, ready to print; empty where nothing did. */
  readonly outcome: string;
  /** Of the corrections to its title. */
  readonly marks: readonly Mark[];
  readonly discussion: readonly Said[];
  readonly decisions: readonly (Said & { readonly number: number })[];
  readonly actions: readonly ActionRow[];
}

/** Minutes as they are printed, before they are a page: every text in its place, nothing to be worked out. */
export interface MinutesDocument {
  readonly labels: MinutesLabels;
  /** BCP 47 language of what people wrote. */
  readonly bodyLanguage: string;
  readonly marking: MarkingId;
  /** The overall marking in full, as it stands at the top and the bottom of every page. */
  readonly banner: string;
  /** The subject; by rule unclassified (Commission Decision (EU, Euratom) 2015/444 Art. 25). */
  readonly title: string;
  readonly reference: string;
  readonly group: string | null;
  readonly facts: readonly Fact[];
  readonly attendance: readonly PersonRow[];
  readonly apologies: readonly PersonRow[];
  readonly absent: readonly PersonRow[];
  /** Of whom nobody has said yet whether they were there. */
  readonly invited: readonly PersonRow[];
  /** They get the minutes and were not expected. */
  readonly informed: readonly PersonRow[];
  readonly items: readonly ItemSection[];
  /** Lines whose agenda item was taken out: never dropped. */
  readonly otherBusiness: ItemSection | null;
  /** Corrections that were approved since. */
  readonly corrections: readonly CorrectionRow[];
  readonly next: readonly Fact[];
  readonly annexes: readonly { readonly label: string; readonly title: string }[];
  readonly distribution: readonly { readonly copy: number; readonly name: string; readonly institution: string; readonly country: string }[];
  readonly signatures: readonly { readonly role: string; readonly name: string }[];
  /** Kosovo*: once, in each language of the document; empty when the name does not occur. */
  readonly footnotes: readonly Footnote[];
}

/** Lays a meeting out as the document that will be printed. Pure: the same meeting gives the same document. */
export function minutesDocument(source: MinutesSource): MinutesDocument {
  const { meeting, language } = source;
  const labels = labelsOf(language);
  const overall = overallMarking(source);
  const banner = meeting.safeguards.limite ? `${overall.full} – LIMITE` : overall.full;
  const expectedThere = expected(meeting.attendance);
  const people = (presence: string): PersonRow[] => personRows(source, labels, expectedThere.filter((one) => one.presence === presence));
  const document = {
    labels,
    bodyLanguage: meeting.language,
    marking: overall.id,
    banner,
    title: meeting.title,
    reference: meeting.reference,
    group: source.group,
    facts: meetingFacts(source, labels, banner),
    attendance: people('present'),
    apologies: people('apologies'),
    absent: people('absent'),
    invited: people('invited'),
    informed: personRows(source, labels, informed(meeting.attendance)),
    ...itemSections(source, labels),
    corrections: correctionRows(meeting, labels),
    next: nextMeeting(meeting, labels),
    annexes: [...meeting.annexes].sort(byOrder).map((one, index) => ({ label: labels.annex(index + 1), title: one.title })),
    distribution: [...meeting.distribution].sort(byOrder).map((one, index) => ({
      copy: index + 1,
      name: one.name,
      institution: one.institution,
      country: one.country === null ? '' : countryName(one.country, language),
    })),
    signatures: signatures(meeting, labels),
  };
  const footnotes = everyText(document).some(namesKosovo) ? kosovoFootnotes(language, meeting.language) : [];
  return { ...document, footnotes };
}

/** The highest marking among the record, its agenda items and the actions that came out of it. */
function overallMarking(source: MinutesSource): Marking {
  const own = markingOf(source.scheme, source.level);
  const parts = source.meeting.agenda.flatMap((item) => (item.level === null ? [] : [markingOf(source.scheme, item.level)]));
  const actions = source.meeting.lines.flatMap((line) => actionMarking(source, line) ?? []);
  return highest(own, ...parts, ...actions);
}

function actionMarking(source: MinutesSource, line: Line): Marking | null {
  const linked = line.action === null ? undefined : source.actions.get(line.action);
  return linked === undefined ? null : markingOf(source.scheme, linked.level);
}

function personRows({ language }: MinutesSource, labels: MinutesLabels, people: readonly Attending[]): PersonRow[] {
  return people.map((person) => ({
    name: person.name,
    institution: person.institution,
    country: person.country === null ? '' : countryName(person.country, language),
    role: labels.roles[person.role],
  }));
}

interface Numbers {
  decision: number;
  action: number;
}

function itemSections(source: MinutesSource, labels: MinutesLabels): Pick<MinutesDocument, 'items' | 'otherBusiness'> {
  const { meeting } = source;
  const numbers: Numbers = { decision: 0, action: 0 };
  const lines = [...meeting.lines].sort(byOrder);
  const agenda = [...meeting.agenda].sort(byOrder);
  const known = new Set<ItemKey>(agenda.map((item) => item.key));
  const items = agenda.map((item, index) =>
    itemSection(source, labels, { item, number: index + 1, lines: lines.filter((line) => line.item === item.key), numbers }),
  );
  const stray = lines.filter((line) => !known.has(line.item) && hasText(source, line));
  const otherBusiness =
    stray.length === 0 ? null : itemSection(source, labels, { item: null, number: agenda.length + 1, lines: stray, numbers });
  return { items, otherBusiness };
}

interface ItemInput {
  readonly item: AgendaItem | null;
  readonly number: number;
  readonly lines: readonly Line[];
  readonly numbers: Numbers;
}

/** Decisions and actions are numbered through the whole document, so that each can be cited by its number. */
function itemSection(source: MinutesSource, labels: MinutesLabels, input: ItemInput): ItemSection {
  const { item, numbers } = input;
  const lines = input.lines.filter((line) => hasText(source, line));
  const own = markingOf(source.scheme, item?.level ?? source.level);
  const actions = lines.filter((line) => line.type === 'action');
  return {
    number: input.number,
    title: item?.title ?? labels.otherBusiness,
    portion: own.short,
    duration: (item?.minutes ?? 0) === 0 ? null : labels.duration(item?.minutes ?? 0),
    parked: item?.parked ?? false,
    outcome: item === null ? '' : outcomesOf(item, lines).map((one) => labels.outcomes[one]).join(', '),
    marks: marksOf(source.meeting, item?.key ?? null),
    discussion: lines.filter((line) => line.type === 'discussion').map((line) => said(source, line)),
    decisions: lines
      .filter((line) => line.type === 'decision')
      .map((line) => ({ number: (numbers.decision += 1), ...said(source, line) })),
    actions: actions.map((line) => actionRow(source, labels, { line, number: (numbers.action += 1), own })),
  };
}

function actionRow(
  source: MinutesSource,
  labels: MinutesLabels,
  { line, number, own }: { readonly line: Line; readonly number: number; readonly own: Marking },
): ActionRow {
  const linked = line.action === null ? undefined : source.actions.get(line.action)?.value;
  const marking = actionMarking(source, line);
  // What was said at the meeting is printed; the action's own record goes on changing afterwards.
  return {
    number,
    marks: marksOf(source.meeting, line.key),
    text: line.text.trim() === '' ? (linked?.text ?? '') : line.text,
    owner: line.owner === '' ? (linked?.owner ?? '') : line.owner,
    due: printedDay(line.due ?? linked?.due ?? null, labels.shortDate),
    portion: marking === null || marking.id === own.id ? null : marking.short,
  };
}

function said({ meeting }: MinutesSource, { key, text }: Line): Said {
  return { text, marks: marksOf(meeting, key) };
}

function hasText(source: MinutesSource, line: Line): boolean {
  return line.text.trim() !== '' || (line.action !== null && source.actions.has(line.action));
}

function nextMeeting(meeting: Meeting, labels: MinutesLabels): Fact[] {
  const { day, start, place } = meeting.next;
  if (day === null && start === null && place === '') return [];
  return [
    { label: labels.date, value: printedDay(day, labels.longDate) },
    { label: labels.time, value: timeSpan(start, null) },
    { label: labels.place, value: place },
  ].filter((fact) => fact.value !== '');
}

/** Chair and minute-taker sign; each has a line even when nobody was entered, so that it can be signed by hand. */
function signatures(meeting: Meeting, labels: MinutesLabels): MinutesDocument['signatures'] {
  return (['chair', 'minute-taker'] as const).flatMap((role) => {
    const who = [...meeting.attendance].sort(byOrder).filter((person) => person.role === role && person.presence === 'present');
    const names = who.length === 0 ? [''] : who.map((person) => person.name);
    return names.map((name) => ({ role: labels.roles[role], name }));
  });
}

/** Every text of the document except its labels: where the name of Kosovo* may stand. */
function everyText(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(everyText);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'labels' ? [] : everyText(inner)));
}
