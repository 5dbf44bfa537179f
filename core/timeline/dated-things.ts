import type { Day } from '../ids.ts';
import { runningClocks } from '../proceedings/clocks.ts';
import { byOrder } from '../records/order.ts';
import type { RecordKind, RecordValue } from '../records/kinds.ts';

/** What happened, or will, on a day. Those of a case's history (`action-done`, `case-phase`) are not read from a value. */
export type DatedWhat =
  | 'case-opened' | 'case-closed' | 'case-phase'
  | 'note' | 'meeting' | 'activity'
  | 'action-due' | 'action-done' | 'action-dropped'
  | 'request-advance-copy' | 'request-sent' | 'request-acknowledged' | 'request-due' | 'request-chased' | 'request-partly-answered' | 'request-answered' | 'request-executed' | 'request-refused'
  | 'proceedings-opened' | 'proceedings-phase' | 'proceedings-closed' | 'disclosure'
  | 'clock-begins' | 'clock-ends'
  | 'event' | 'document' | 'category'
  | 'relation-since' | 'relation-until';

/** What is shown or left out together. */
export const datedFamilies = ['case', 'note', 'meeting', 'action', 'request', 'proceedings', 'clock', 'subject', 'relation', 'activity'] as const;
export type DatedFamily = (typeof datedFamilies)[number];

const families: Readonly<Record<DatedWhat, DatedFamily>> = {
  'case-opened': 'case', 'case-closed': 'case', 'case-phase': 'case', note: 'note', meeting: 'meeting', activity: 'activity', 'action-due': 'action', 'action-done': 'action', 'action-dropped': 'action',
  'request-advance-copy': 'request', 'request-sent': 'request', 'request-acknowledged': 'request', 'request-due': 'request', 'request-chased': 'request', 'request-partly-answered': 'request',
  'request-answered': 'request', 'request-executed': 'request', 'request-refused': 'request', 'proceedings-opened': 'proceedings', 'proceedings-phase': 'proceedings', 'proceedings-closed': 'proceedings',
  disclosure: 'proceedings', 'clock-begins': 'clock', 'clock-ends': 'clock', event: 'subject', document: 'subject', category: 'subject', 'relation-since': 'relation', 'relation-until': 'relation',
};

export function familyOf(what: DatedWhat): DatedFamily {
  return families[what];
}

/** One dated thing that a record tells of. */
export interface DatedThing {
  readonly what: DatedWhat;
  readonly day: Day;
  /** `HH:MM`, where the record says it. */
  readonly time: string | null;
  /** A value of the record that says more, with the field whose words it has: the phase, the sort of clock. */
  readonly choice: { readonly field: string; readonly value: string } | null;
  /** What somebody wrote about it: whom a clock is about, how it was chased, the ground of a category. */
  readonly text: string;
}

interface More {
  readonly time?: string | null;
  readonly field?: string;
  readonly value?: string;
  readonly text?: string;
}

function thing(what: DatedWhat, day: Day | null | undefined, { time = null, field, value, text = '' }: More = {}): readonly DatedThing[] {
  if (day === null || day === undefined) return [];
  return [{ what, day, time, choice: field === undefined || value === undefined ? null : { field, value }, text }];
}

const overStatuses: ReadonlySet<string> = new Set(['executed', 'refused', 'withdrawn']);

function ofRequest(value: RecordValue<'request'>): readonly DatedThing[] {
  const answers = value.answers.toSorted(byOrder);
  const isTold = answers.some((one) => one.on === value.answered);
  return [
    ...thing('request-advance-copy', value.advanceCopy, value.advanceRoute === null ? {} : { field: 'route', value: value.advanceRoute }),
    ...thing('request-sent', value.sent, value.route === null ? {} : { field: 'route', value: value.route }),
    ...thing('request-acknowledged', value.acknowledged),
    ...value.chasers.toSorted(byOrder).flatMap(({ on, how }) => thing('request-chased', on, { text: how })),
    ...answers.flatMap(({ on, partial, summary }) => thing(partial ? 'request-partly-answered' : 'request-answered', on, { text: summary })),
    ...(isTold ? [] : thing('request-answered', value.answered)),
    ...thing('request-executed', value.executed),
    ...thing('request-refused', value.refused, { text: value.refusalGround }),
    // A deadline of what is over is of no interest any more.
    ...(overStatuses.has(value.status) ? [] : thing('request-due', value.due, { field: 'dueType', value: value.dueType })),
  ];
}

function ofProceedings(value: RecordValue<'proceedings'>): readonly DatedThing[] {
  const running = new Set<string>(runningClocks(value.clocks).map((clock) => clock.key));
  return [
    ...thing('proceedings-opened', value.opened),
    ...value.phases.toSorted(byOrder).flatMap(({ phase, on, remark }) => thing('proceedings-phase', on, { field: 'phase', value: phase, text: remark })),
    ...thing('proceedings-closed', value.closed, { text: value.outcome }),
    ...value.disclosure.toSorted(byOrder).flatMap(({ on, item, decision }) => thing('disclosure', on, { field: 'disclosure.*.decision', value: decision, text: item })),
    ...value.clocks.toSorted(byOrder).flatMap((clock) => {
      const more = { field: 'clocks.*.type', value: clock.type, text: clock.about };
      return [...thing('clock-begins', clock.begins, more), ...(running.has(clock.key) ? thing('clock-ends', clock.ends, more) : [])];
    }),
  ];
}

function ofSubject(value: RecordValue<'subject'>): readonly DatedThing[] {
  const own = value.schema === 'Event' ? thing('event', value.day, { text: value.place }) : thing('document', value.day, { field: 'schema', value: value.schema });
  if (value.schema !== 'Person') return own;
  return value.categories.toSorted(byOrder).flatMap(({ category, on, ground }) => thing('category', on, { field: 'categories.*.category', value: category, text: ground }));
}

type Readers = { readonly [Kind in RecordKind]?: (value: RecordValue<Kind>) => readonly DatedThing[] };

const readers: Readers = {
  case: (value) => [...thing('case-opened', value.opened), ...(value.phase === 'closed' ? thing('case-closed', value.closed, { text: value.outcome }) : [])],
  note: (value) => thing('note', value.day, { time: value.time, field: 'type', value: value.type, text: value.place }),
  meeting: (value) => thing('meeting', value.day, { time: value.start, text: value.place }),
  activity: (value) => thing('activity', value.day, { field: 'type', value: value.type, text: value.counterpart }),
  action: (value) => (value.status === 'open' ? thing('action-due', value.due, { text: value.owner }) : []),
  request: ofRequest,
  proceedings: ofProceedings,
  subject: ofSubject,
  relation: (value) => [...thing('relation-since', value.since), ...thing('relation-until', value.until)],
};

/** Kinds whose records tell of dated things. */
export const datedKinds = Object.keys(readers) as readonly RecordKind[];

/** The dated things that a record says of itself, whatever its order in time. */
export function datedThings<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>): readonly DatedThing[] {
  return readers[kind]?.(value) ?? [];
}
