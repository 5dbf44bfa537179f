import type { Instant, RecordId } from '../../../core/ids.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { datedThings, type DatedThing, type DatedWhat } from '../../../core/timeline/dated-things.ts';
import type { DatedRow, HistoryEntry } from '../api.ts';
import { rowValue, type Entry } from './catalogue.ts';
import type { Ledger } from './ledger.ts';
import { isRestrictedEntry } from './restricted.ts';
import { localDay } from './today.ts';

export interface TimelineParts {
  readonly ledger: Ledger;
  readonly now: () => Instant;
  readonly entriesOf: (history: History) => readonly HistoryEntry[];
}

/** Kinds whose rows in the catalogue say every day that their records have: there may be thousands of them. */
const rowTells: ReadonlySet<RecordKind> = new Set(['note', 'meeting', 'activity', 'action']);
/** Kinds whose records have to be read whole for it. */
const readWhole: readonly RecordKind[] = ['request', 'proceedings', 'subject', 'relation'];
/** Histories read together. */
const atOnce = 500;

/** Everything in a case that has a day: from the records that belong to it, and from the history of some. */
export async function timelineOf(parts: TimelineParts, inCase: RecordId): Promise<readonly DatedRow[]> {
  const { ledger } = parts;
  await ledger.ready();
  const own = ledger.catalogue.get(inCase);
  if (own === undefined || own.kind !== 'case' || own.gone !== null) return [];
  const today = localDay(parts.now());
  // A subject may belong to several cases; of other kinds each record belongs to one.
  const of = (kind: RecordKind) => ledger.catalogue.list(kind, kind === 'subject' ? { link: inCase } : { case: inCase }).filter((entry) => !isRestrictedEntry(entry, today));
  const rows = [...rowTells].flatMap(of);
  const whole = readWhole.flatMap(of);
  const settled = rows.filter((entry) => entry.kind === 'action' && rowValue<'action'>(entry).status !== 'open');
  return [
    ...rows.flatMap((entry) => rowsOf(entry, datedThings(entry.kind, withBlanks(entry)))),
    ...(await wholeOf(parts, [own, ...whole])),
    ...(await settledOf(parts, settled)),
    ...(await phasesOf(parts, own)),
  ];
}

/** The row as its record's value: what the row does not hold, the dated things of these kinds do not ask. */
function withBlanks(entry: Entry): RecordValue<RecordKind> {
  return entry.row as unknown as RecordValue<RecordKind>;
}

function rowsOf({ record, kind, level, title }: Entry, things: readonly DatedThing[]): readonly DatedRow[] {
  return things.map((one) => ({ ...one, record, kind, level, title }));
}

async function wholeOf({ ledger, now }: TimelineParts, entries: readonly Entry[]): Promise<readonly DatedRow[]> {
  const today = localDay(now());
  const found: DatedRow[] = [];
  for (const [entry, history] of await historiesOf(ledger, entries)) {
    const { value } = ledger.shown(history);
    const named = entry.kind === 'relation' ? relationTitle(ledger, value as RecordValue<'relation'>, today) : entry.title;
    if (named !== null) found.push(...rowsOf({ ...entry, title: named }, datedThings(entry.kind, value)));
  }
  return found;
}

/** Who and who, and how in words; `null` where one of the two may not be shown. */
function relationTitle({ catalogue }: Ledger, { from, to, label }: RecordValue<'relation'>, today: ReturnType<typeof localDay>): string | null {
  const ends = [from, to].map((end) => catalogue.get(end));
  if (ends.some((end) => end === undefined || end.gone !== null || end.binned || isRestrictedEntry(end, today))) return null;
  return [ends[0]?.title ?? '', label, ends[1]?.title ?? ''].filter((part) => part !== '').join(' – ');
}

/** When an action was done or dropped is not a field of it: its history tells. */
async function settledOf(parts: TimelineParts, entries: readonly Entry[]): Promise<readonly DatedRow[]> {
  return (await historiesOf(parts.ledger, entries)).flatMap(([entry, history]) => {
    const { status, owner } = rowValue<'action'>(entry);
    const change = parts.entriesOf(history).findLast((one) => one.fields.some(({ field, before, after }) => field === 'status' && after === status && before !== after));
    const what: DatedWhat = status === 'dropped' ? 'action-dropped' : 'action-done';
    return change === undefined ? [] : rowsOf(entry, [{ what, day: localDay(change.at), time: null, choice: null, text: owner ?? '' }]);
  });
}

/** The steps of the case itself from phase to phase; the one it was opened in is told by its first day. */
async function phasesOf(parts: TimelineParts, own: Entry): Promise<readonly DatedRow[]> {
  const history = await parts.ledger.history(own.record);
  return parts.entriesOf(history).flatMap((change) =>
    rowsOf(own, change.fields.flatMap(({ field, before, after }): readonly DatedThing[] => {
      if (field !== 'phase' || before === null || before === after || typeof after !== 'string') return [];
      return [{ what: 'case-phase', day: localDay(change.at), time: null, choice: { field: 'phase', value: after }, text: change.author }];
    })),
  );
}

async function historiesOf(ledger: Ledger, entries: readonly Entry[]): Promise<readonly (readonly [Entry, History])[]> {
  const found: (readonly [Entry, History])[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce);
    const histories = await ledger.historiesOf(some.map((entry) => entry.record));
    for (const entry of some) {
      const history = histories.get(entry.record);
      if (history !== undefined && history.size > 0) found.push([entry, history]);
    }
  }
  return found;
}
