import type { Instant, JwgId, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import { instantOf } from '../../../core/ledger/hybrid-clock.ts';
import type { History, RecordState } from '../../../core/ledger/state.ts';
import { ownedBy } from '../../../core/meetings/owned-by.ts';
import { kinds, type RecordKind, type RecordValue } from '../../../core/records/kinds.ts';
import { sameSeries, type InSeries } from '../../../core/meetings/series-of.ts';
import type { ListFilter, RowFilter, Standing } from '../api.ts';
import { conflictCount, type ShownRecord } from './shown-record.ts';
import { titleOf } from './title.ts';

/** What is kept of every record while the vault is open: enough for lists, no more. */
export interface Entry {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly level: MarkingId;
  readonly title: string;
  /** The fields named in the kind's `row`. */
  readonly row: Readonly<Record<string, unknown>>;
  readonly changed: Instant;
  readonly changedBy: PersonId;
  readonly standing: Standing;
  readonly conflicts: number;
  readonly binned: boolean;
  /** Another whenever the record may say something else: what was worked out of it earlier no longer holds. */
  readonly version: number;
  /** Not to be seen any more: erased by order, or gone on above what this laptop receives. */
  readonly gone: 'erased' | 'raised' | null;
}

/** What cannot be read off a record's fold: the author of its latest change, and the version of its history. */
export interface EntryOrigin {
  readonly changedBy: PersonId;
  readonly version: number;
}

/**
 * A number for what a history shows: the same for the same changes in whatever order they came, almost
 * surely another for others. What is passed over because its clock is ahead counts too: it will show some day.
 */
export function versionOf(history: History, { whole }: Pick<ShownRecord, 'whole'>): number {
  let version = whole.fromTheFuture.length;
  for (const [hash, { content }] of history) version = (version + Number.parseInt(hash.slice(0, 8), 16) * (content === 'erased' ? 3 : 1)) >>> 0;
  return version;
}

/** The entry of a record. */
export function entryOf(record: ShownRecord, { changedBy, version }: EntryOrigin): Entry {
  const { whole, shown, standing, value } = record;
  const all: Readonly<Record<string, unknown>> = value;
  const row = Object.fromEntries(kinds[whole.kind].row.map((name) => [name, all[name]]));
  return {
    record: whole.record,
    kind: whole.kind,
    level: whole.level,
    title: titleOf(whole.kind, all),
    row,
    changed: instantOf(whole.changed),
    changedBy,
    standing,
    conflicts: conflictCount(shown),
    binned: whole.binned,
    version,
    gone: goneOf(whole),
  };
}

function goneOf({ raised, erased, fields }: RecordState): Entry['gone'] {
  if (raised) return 'raised';
  return erased.length > 0 && fields.size === 0 ? 'erased' : null;
}

/** All records in memory, by kind. Only `put` fills it, from a history or from a snapshot (register.ts). */
export class Catalogue {
  private readonly entries = new Map<RecordId, Entry>();
  private readonly byKind = new Map<RecordKind, Map<RecordId, Entry>>();

  private readonly revisions = new Map<RecordKind, number>();
  private written = 0;

  /** Another number after every write: whoever keeps something made from the catalogue asks whether it still holds. */
  get revision(): number {
    return this.written;
  }

  /** The same for the records of one kind. */
  revisionOf(kind: RecordKind): number {
    return this.revisions.get(kind) ?? 0;
  }

  get size(): number {
    return this.entries.size;
  }

  put(entry: Entry): void {
    this.entries.set(entry.record, entry);
    const sameKind = this.byKind.get(entry.kind) ?? new Map<RecordId, Entry>();
    sameKind.set(entry.record, entry);
    this.byKind.set(entry.kind, sameKind);
    this.written += 1;
    this.revisions.set(entry.kind, this.written);
  }

  get(record: RecordId): Entry | undefined {
    return this.entries.get(record);
  }

  all(): Iterable<Entry> {
    return this.entries.values();
  }

  /** Every entry of a kind, the binned ones too. */
  ofKind(kind: RecordKind): ReadonlyMap<RecordId, Entry> {
    return this.byKind.get(kind) ?? new Map();
  }

  /** Entries of a kind that pass the filter, the latest change first. */
  list(kind: RecordKind, filter: RowFilter = {}): readonly Entry[] {
    const { linkAny } = filter;
    const isOwn = filter.ownedBy === undefined ? null : ownedBy(filter.ownedBy);
    const linked = linkAny === undefined ? null : new Set<unknown>(linkAny);
    const found = this.among(kind, filter).filter((entry) => passes(entry, filter) && passesRow(entry, filter) && (isOwn === null || isOwn(ownerOf(entry))) && (linked === null || pointsTo(entry, (value) => linked.has(value))));
    return found.sort((one, other) => other.changed - one.changed);
  }

  /** Those that a filter has to look at. */
  private among(kind: RecordKind, { only }: RowFilter): readonly Entry[] {
    const ofKind = this.byKind.get(kind);
    if (ofKind === undefined) return [];
    if (only === undefined) return [...ofKind.values()];
    return [...new Set(only)].flatMap((record) => ofKind.get(record) ?? []);
  }

  clear(): void {
    this.entries.clear();
    this.byKind.clear();
    this.written += 1;
    this.revisions.clear();
  }
}

/** Who does it, by the words of the record; empty for a kind that has no owner. */
function ownerOf(entry: Entry): string {
  const owner = entry.row['owner'];
  return typeof owner === 'string' ? owner : '';
}

function passes(entry: Entry, filter: ListFilter): boolean {
  if (entry.gone !== null || entry.binned !== (filter.binned ?? false)) return false;
  if (filter.case !== undefined && entry.row['case'] !== filter.case) return false;
  if (filter.jwg !== undefined && entry.row['jwg'] !== filter.jwg) return false;
  if (filter.link !== undefined && !pointsTo(entry, (value) => value === filter.link)) return false;
  return filter.origin === undefined || entry.row['origin'] === filter.origin;
}

function passesRow(entry: Entry, { conflicted, series }: RowFilter): boolean {
  if (conflicted === true && entry.conflicts === 0) return false;
  return series === undefined || isOfThatSeries(entry, series);
}

function isOfThatSeries(entry: Entry, series: InSeries): boolean {
  const { series: name, ofSeries, jwg } = rowValue<'meeting'>(entry);
  return entry.kind === 'meeting' && sameSeries({ series: name ?? '', ofSeries: ofSeries ?? null, jwg: jwg ?? null }, series);
}

/** Whether a field of the row points to a record that is wanted. */
function pointsTo({ row }: Entry, isWanted: (value: unknown) => boolean): boolean {
  return Object.values(row).some((value) => isWanted(value) || (Array.isArray(value) && value.some(isWanted)));
}

/** The group of an entry; `null` when it names none. */
export function groupOf(entry: Entry): JwgId | null {
  return (entry.row['jwg'] as JwgId | null | undefined) ?? null;
}

/** The row as its kind types it. */
export function rowValue<Kind extends RecordKind>(entry: Entry): Partial<RecordValue<Kind>> {
  return entry.row as Partial<RecordValue<Kind>>;
}
