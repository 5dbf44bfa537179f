import type { ExportPurpose, ExportReason } from '../../../core/clearance/export.ts';
import type { Day, MarkingId, RecordId } from '../../../core/ids.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Failure, Result } from '../../../core/result.ts';
import type { BinFailure, ListFilter, NamedRecord, RecordRow, SaveFailure } from '../api.ts';

/** A field of the kind's `row`, or what every record has. */
export type ListFieldName = string;

/** A word that was typed; it must be found in the text of a row, or among values whose words the interface knows. */
export interface ListWord {
  readonly text: string;
  /** Values of fields whose words hold what was typed: `{ country: ['MNE'] }`. */
  readonly values: Readonly<Record<ListFieldName, readonly string[]>>;
}

export interface ListSort {
  readonly by: ListFieldName;
  readonly descending: boolean;
}

export interface ListGroup {
  readonly by: ListFieldName;
  /**
   * `near`: a day's groups are `overdue`, `soon` (within a week), `later`, and nothing; `coming`: `upcoming`, the
   * soonest first, then `past`, the latest first; `month`: `2026-11`.
   */
  readonly as: 'value' | 'near' | 'coming' | 'month';
  readonly descending?: boolean;
  /** Rows with one of these values stand in a group `closed` of their own, at the end. */
  readonly closed?: { readonly field: ListFieldName; readonly values: readonly string[] };
}

/** What a list shows and in which order. Everything is decided in the engine; the interface asks for pieces of it. */
export interface ListQuery {
  readonly kind: RecordKind;
  readonly filter: ListFilter;
  readonly words: readonly ListWord[];
  /** Only rows that have one of these values, per field; empty text is nothing. */
  readonly only: Readonly<Record<ListFieldName, readonly string[]>>;
  readonly sort: ListSort;
  readonly group: ListGroup | null;
  /** Fields whose values are counted. */
  readonly facets: readonly ListFieldName[];
  /** BCP 47 locale of the order of texts. */
  readonly locale: string;
  readonly today: Day;
}

export interface ListWindow {
  readonly from: number;
  readonly count: number;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export interface ListAnswer {
  /** Rows of the list before words and values narrow it. */
  readonly all: number;
  /** Rows that fit. */
  readonly total: number;
  /** Where each group begins; one group without a value where the list has none. */
  readonly groups: readonly { readonly value: string; readonly from: number; readonly count: number }[];
  /** How often each value occurs among the rows that fit everything else, the most frequent first. */
  readonly facets: Readonly<Record<ListFieldName, readonly FacetValue[]>>;
  /** Every level among the rows that fit. */
  readonly levels: readonly MarkingId[];
  readonly from: number;
  readonly rows: readonly RecordRow[];
}

/** The same act on many records. Each becomes an ordinary change of that record. */
export interface BulkRequest {
  readonly kind: RecordKind;
  readonly records: readonly RecordId[];
  readonly act: 'edit' | 'bin' | 'restore';
  /** Fields and their new values, for `edit`. */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** A level that is raised; a record that is higher already keeps its own. */
  readonly level?: MarkingId;
  /** What this belongs to: everything under one name is taken back together. */
  readonly undo: string;
}

export interface Skipped {
  readonly why: BinFailure;
  readonly count: number;
  /** Of the first of them. */
  readonly facts?: NonNullable<Failure['facts']>;
}

export interface BulkAnswer {
  readonly changed: number;
  /** Records that stayed as they are, and why; those that were so already are not counted. */
  readonly skipped: readonly Skipped[];
}

export interface Exportable {
  readonly allowed: readonly RecordId[];
  readonly refused: readonly { readonly code: ExportReason['code']; readonly count: number }[];
}

/** Lists of records of any kind: asked for piece by piece, changed many at once. */
export interface ListsApi {
  query(query: ListQuery, window: ListWindow): Promise<ListAnswer>;
  /** The records of a stretch of the list, for a selection that goes beyond what is drawn. */
  recordsAt(query: ListQuery, window: ListWindow): Promise<readonly RecordId[]>;
  /** Where a record stands; -1 when it is not in the list. */
  placeOf(query: ListQuery, record: RecordId): Promise<number>;
  /**
   * Records whose name holds every word typed, in any spelling, those that begin so first and then the latest; at most
   * so many of each kind. No kinds: of all. Nothing typed: the latest.
   */
  byName(kinds: readonly RecordKind[], typed: string, mostOfKind: number): Promise<readonly NamedRecord[]>;
  /** How many records of a kind, the bin left out, have one of these values. */
  count(kind: RecordKind, field: ListFieldName, values: readonly string[]): Promise<number>;
  /** Changes some records; call it piece by piece to show progress. */
  change(request: BulkRequest): Promise<Result<BulkAnswer, SaveFailure>>;
  /** Takes back what was changed under that name, except where somebody has written since. */
  undo(name: string): Promise<Result<BulkAnswer, SaveFailure>>;
  /** The first row from there on, and round again, whose name begins so; -1 when none does. */
  placeStarting(query: ListQuery, typed: string, from: number): Promise<number>;
  /**
   * Which of these records may leave in a file that says what they say, and why the others may not. For anything but
   * one's own use it is given to nobody by name, so that every restriction counts; that is meant where nothing is said.
   */
  exportable(records: readonly RecordId[], purpose?: ExportPurpose): Promise<Exportable>;
}
