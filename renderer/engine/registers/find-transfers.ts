import type { DeviceId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Lot, Recipient } from '../../../core/registers/transfer.ts';
import { recordsIn, type TransferBegun, type TransferShown } from '../../../core/registers/transfers-shown.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import { localDay } from '../notebook/today.ts';
import type { TransferAct, TransferAnswer, TransferQuery, TransferRow } from './registers-api.ts';

const acts: Readonly<Record<TransferBegun['act'], TransferAct>> = {
  sealed: 'delivered', carried: 'carried', exported: 'exported', 'handed-over': 'handed-over', asked: 'asked', 'backed-up': 'backed-up',
};
const everyAct = Object.values(acts);

/** One transfer as a list shows it. */
export function transferRow({ transfer, at, begun, lots, result, since, device }: TransferShown, here: DeviceId): TransferRow {
  return {
    transfer, at, result, since,
    act: acts[begun.act],
    by: wayOf(begun),
    purpose: begun.act === 'exported' ? begun.purpose : 'circulation',
    groups: begun.act === 'sealed' ? [begun.group] : begun.act === 'carried' ? begun.groups : [],
    recipients: recipientsOf(begun),
    kinds: kindsIn(lots),
    records: begun.act === 'backed-up' ? begun.records : recordsIn(lots).length,
    letters: lots.reduce((sum, lot) => sum + (lot.letters ?? 0), 0),
    files: begun.act === 'carried' ? begun.files : begun.act === 'exported' && begun.file !== undefined ? 1 : 0,
    register: begun.act === 'exported' ? (begun.register ?? null) : null,
    levels: levelsIn(begun, lots),
    aboutPersons: lots.some((lot) => lot.aboutPersons),
    elsewhere: device !== here,
  };
}

function wayOf(begun: TransferBegun): TransferRow['by'] {
  switch (begun.act) {
    case 'sealed':
      return begun.way;
    case 'carried':
      return { type: 'medium', name: begun.medium };
    case 'exported':
      return { type: 'file', as: begun.as };
    case 'handed-over':
      return { type: begun.what };
    case 'asked':
      return { type: 'request' };
    case 'backed-up':
      return { type: 'backup' };
  }
}

function recipientsOf(begun: TransferBegun): readonly Recipient[] {
  if (begun.act === 'exported' || begun.act === 'asked') return begun.recipients;
  return begun.act === 'handed-over' ? [begun.to] : [];
}

function kindsIn(lots: readonly Lot[]): TransferRow['kinds'] {
  const kinds = new Map<RecordKind, Set<RecordId>>();
  for (const { kind, records } of lots) {
    const known = kinds.get(kind) ?? new Set();
    kinds.set(kind, known);
    for (const record of records) known.add(record);
  }
  return [...kinds].map(([kind, records]) => ({ kind, count: records.size }));
}

function levelsIn(begun: TransferBegun, lots: readonly Lot[]): readonly MarkingId[] {
  return [...new Set([...(begun.act === 'sealed' ? [begun.level] : []), ...lots.map((lot) => lot.level)])];
}

/** The transfers that fit, and how many of each act there are. */
export function findTransfers(all: readonly TransferShown[], query: TransferQuery, here: DeviceId): Omit<TransferAnswer, 'rows'> & { readonly found: readonly TransferShown[] } {
  const words = foldName(query.words).split(' ').filter((word) => word !== '');
  const fitting = all.filter((one) => isWithin(one, query) && words.every((word) => textOf(one).includes(word)));
  const wanted = query.acts.length === 0 ? fitting : fitting.filter((one) => query.acts.includes(acts[one.begun.act]));
  const counts = everyAct.map((act) => ({ act, count: fitting.filter((one) => acts[one.begun.act] === act).length }));
  return { all: all.length, total: wanted.length, acts: counts.filter((one) => one.count > 0), found: sorted(wanted, query, here) };
}

function isWithin({ at, lots }: TransferShown, { from, to, record }: TransferQuery): boolean {
  const day = localDay(at);
  if ((from !== null && day < from) || (to !== null && day > to)) return false;
  return record === null || lots.some((lot) => lot.records.includes(record));
}

const texts = new WeakMap<TransferShown, string>();

function textOf(shown: TransferShown): string {
  const known = texts.get(shown) ?? foldedText(shown);
  texts.set(shown, known);
  return known;
}

/** Who got it, by which way, and under which references. Titles are no part of it: the register has none. */
function foldedText({ begun, lots }: TransferShown): string {
  const groups = begun.act === 'sealed' ? [begun.group] : begun.act === 'carried' ? begun.groups : [];
  const people = [...recipientsOf(begun), ...groups.flatMap((group) => group.members)];
  const way = begun.act === 'sealed' ? begun.way.name : begun.act === 'carried' ? begun.medium : begun.act === 'asked' ? begun.group : '';
  const conditions = lots.flatMap((lot) => [lot.ground?.explanation ?? '', ...lot.permissions.flatMap((one) => [one.by, one.reference])]);
  return foldName([...groups.map((group) => group.name), ...people.flatMap((one) => [one.name, one.country, one.institution]), way, ...conditions].join(' '));
}

/** The latest first where two are equal. */
function sorted(found: readonly TransferShown[], { sort }: TransferQuery, here: DeviceId): readonly TransferShown[] {
  const turn = sort.descending ? -1 : 1;
  if (sort.by === 'at') return sort.descending ? found : found.toReversed();
  const keyed = found.map((one) => ({ one, row: transferRow(one, here) }));
  const compare = sort.by === 'records' ? (a: TransferRow, b: TransferRow) => a.records - b.records : (a: TransferRow, b: TransferRow) => firstRecipient(a).localeCompare(firstRecipient(b));
  return keyed.toSorted((a, b) => turn * compare(a.row, b.row) || b.one.at - a.one.at).map(({ one }) => one);
}

function firstRecipient({ groups, recipients }: TransferRow): string {
  return groups[0]?.name ?? recipients[0]?.name ?? '';
}
