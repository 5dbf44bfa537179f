import { decideExport, type ExportPurpose, type ExportReason } from '../../../core/clearance/export.ts';
import type { RecordId } from '../../../core/ids.ts';
import { natureOf } from '../../../core/records/field-nature.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import { recordKinds, type RecordKind } from '../../../core/records/kinds.ts';
import type { NamedRecord, RecordRow } from '../api.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { isRestrictedEntry } from '../notebook/restricted.ts';
import { localDay } from '../notebook/today.ts';
import type { Ledger } from '../notebook/ledger.ts';
import { bindingSafeguards } from '../registers/going.ts';
import { arrange, type Arranged } from './arrange.ts';
import { BulkChanges, type BulkParts } from './bulk-changes.ts';
import type { Exportable, ListAnswer, ListQuery, ListsApi, ListWindow } from './lists-api.ts';
import { foldedTitle, hasValue } from './row-values.ts';
import { sortKey, type ListSurroundings } from './sort-key.ts';
import { SortedList } from './sorted-list.ts';

/** Lists and questions kept; more than a person has open at once. */
const kept = 12;
/** Rows handed over at once, however many are asked for. */
const mostRows = 1000;

export interface ListsParts extends ListSurroundings {
  readonly ledger: Ledger;
  readonly rowOf: (entry: Entry) => RecordRow;
  readonly now: () => number;
}

/**
 * Lists of records, answered from the catalogue in memory. An order is kept until records of its kind
 * change; a question's answer is kept too, so that scrolling costs no more than the rows that come
 * into sight.
 */
export class Lists implements Pick<ListsApi, 'query' | 'recordsAt' | 'placeOf' | 'placeStarting' | 'byName' | 'count' | 'exportable'> {
  private readonly parts: ListsParts;
  private readonly sorted = new Map<string, SortedList>();
  private readonly arranged = new Map<string, { readonly revision: number; readonly arranged: Arranged }>();

  constructor(parts: ListsParts) {
    this.parts = parts;
  }

  async query(query: ListQuery, { from, count }: ListWindow): Promise<ListAnswer> {
    const { order, ...answer } = await this.arrangedFor(query);
    const first = Math.max(0, Math.min(from, order.length));
    const rows = order.slice(first, first + Math.min(count, mostRows)).map((entry) => this.parts.rowOf(entry));
    return { ...answer, from: first, rows };
  }

  async recordsAt(query: ListQuery, { from, count }: ListWindow): Promise<readonly RecordId[]> {
    const { order } = await this.arrangedFor(query);
    return order.slice(from, from + count).map((entry) => entry.record);
  }

  async placeOf(query: ListQuery, record: RecordId): Promise<number> {
    const { order } = await this.arrangedFor(query);
    return order.findIndex((entry) => entry.record === record);
  }

  async placeStarting(query: ListQuery, typed: string, from: number): Promise<number> {
    const { order } = await this.arrangedFor(query);
    const wanted = foldName(typed);
    for (let step = 0; step < order.length; step += 1) {
      const at = (from + step) % order.length;
      const entry = order[at];
      if (entry !== undefined && foldName(entry.title).startsWith(wanted)) return at;
    }
    return -1;
  }

  async byName(kinds: readonly RecordKind[], typed: string, mostOfKind: number): Promise<readonly NamedRecord[]> {
    const { catalogue } = this.parts.ledger;
    await this.parts.ledger.ready();
    const words = foldName(typed).split(' ').filter((word) => word !== '');
    const begins = words.join(' ');
    const today = localDay(this.parts.now());
    return (kinds.length === 0 ? recordKinds : kinds).flatMap((kind) => {
      const found: { readonly entry: Entry; readonly first: boolean }[] = [];
      for (const entry of catalogue.ofKind(kind).values()) {
        if (entry.binned || entry.gone !== null || entry.title === '' || isRestrictedEntry(entry, today)) continue;
        const name = foldedTitle(entry);
        if (words.every((word) => name.includes(word))) found.push({ entry, first: name.startsWith(begins) });
      }
      found.sort((one, other) => Number(other.first) - Number(one.first) || other.entry.changed - one.entry.changed);
      return found.slice(0, mostOfKind).map(({ entry: { record, title, level, binned } }) => ({ record, kind, title, level, binned }));
    });
  }

  async count(kind: RecordKind, field: string, values: readonly string[]): Promise<number> {
    await this.parts.ledger.ready();
    const wanted = new Set(values);
    const today = localDay(this.parts.now());
    let count = 0;
    for (const entry of this.parts.ledger.catalogue.ofKind(kind).values()) if (!entry.binned && entry.gone === null && !isRestrictedEntry(entry, today) && hasValue(entry, field, wanted)) count += 1;
    return count;
  }

  async exportable(records: readonly RecordId[], purpose: ExportPurpose = 'circulation'): Promise<Exportable> {
    const { ledger, now } = this.parts;
    const allowed: RecordId[] = [];
    const refused = new Map<ExportReason['code'], number>();
    for (let at = 0; at < records.length; at += mostRows) {
      for (const [record, history] of await ledger.historiesOf(records.slice(at, at + mostRows))) {
        if (history.size === 0) continue;
        const safeguards = bindingSafeguards(ledger.shown(history));
        // A file goes wherever the person takes it: to nobody by name, so that every restriction counts.
        const decision = decideExport(safeguards, { purpose, recipients: [], includesThirdCountries: true, h3Confirmed: false }, now());
        if (decision.verdict === 'allowed') allowed.push(record);
        else for (const code of new Set(decision.reasons.map((reason) => reason.code))) refused.set(code, (refused.get(code) ?? 0) + 1);
      }
    }
    return { allowed, refused: [...refused].map(([code, count]) => ({ code, count })) };
  }

  private async arrangedFor(query: ListQuery): Promise<Arranged> {
    const { catalogue } = this.parts.ledger;
    await this.parts.ledger.ready();
    const key = JSON.stringify(query);
    const known = this.arranged.get(key);
    if (known?.revision === catalogue.revision) return known.arranged;
    const fresh = arrange(this.sortedFor(query), query, this.parts);
    remember(this.arranged, key, { revision: catalogue.revision, arranged: fresh });
    return fresh;
  }

  private sortedFor({ kind, sort, locale }: ListQuery) {
    const { catalogue } = this.parts.ledger;
    const key = `${kind} ${sort.by} ${locale}`;
    const list = this.sorted.get(key) ?? new SortedList((entry) => sortKey(entry, sort.by, this.parts, locale), new Intl.Collator(locale, { numeric: true }));
    remember(this.sorted, key, list);
    const nature = natureOf(kind, sort.by)?.type;
    const whole = nature === 'record' || nature === 'group';
    return list.entries(catalogue.ofKind(kind), whole ? catalogue.revision : catalogue.revisionOf(kind), whole);
  }
}

/** The lists for as long as the vault is open. */
export function createLists(parts: ListsParts & BulkParts): ListsApi {
  const lists = new Lists(parts);
  const bulk = new BulkChanges(parts);
  return {
    query: (query, window) => lists.query(query, window),
    recordsAt: (query, window) => lists.recordsAt(query, window),
    placeOf: (query, record) => lists.placeOf(query, record),
    placeStarting: (query, typed, from) => lists.placeStarting(query, typed, from),
    byName: (kinds, typed, most) => lists.byName(kinds, typed, most),
    count: (kind, field, values) => lists.count(kind, field, values),
    exportable: (records, purpose) => lists.exportable(records, purpose),
    change: (request) => bulk.change(request),
    undo: (name) => bulk.undo(name),
  };
}

function remember<Value>(map: Map<string, Value>, key: string, value: Value): void {
  map.delete(key);
  map.set(key, value);
  const oldest = map.keys().next().value;
  if (map.size > kept && oldest !== undefined) map.delete(oldest);
}
