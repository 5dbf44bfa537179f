import type { ReactNode } from 'react';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import type { ListFilter, ListGroup, RecordRow } from '../../../engine/api.ts';

/** A field of the kind's `row`, or what every record has. */
export type ListField<Kind extends RecordKind> = (keyof RecordValue<Kind> & string) | 'title' | 'level' | 'changed' | 'standing';

/** A way to put rows together; `as` and `closed` as the engine's `ListGroup` has them. */
export interface Grouping<Kind extends RecordKind> extends Omit<ListGroup, 'by' | 'closed'> {
  readonly by: ListField<Kind>;
  readonly closed?: { readonly field: ListField<Kind>; readonly values: readonly string[] };
}

/** What a room says of its kind's list. Labels, words, order and filter of a field follow from the schema. */
export interface RecordListParts<Kind extends RecordKind> {
  /** Fields of a row's second line and of the table's columns, the most telling first. */
  readonly columns?: readonly ListField<Kind>[];
  /** Above the list: other ways to look at the same records. */
  readonly above?: ReactNode;
  /** Right of the title: a day, a count. */
  readonly aside?: (row: RecordRow<Kind>) => ReactNode;
  /** The aside is shown in the colour of loss. */
  readonly isUrgent?: (row: RecordRow<Kind>) => boolean;
  /** The second line, where the columns one after the other do not say it well. */
  readonly facts?: (row: RecordRow<Kind>) => ReactNode;
  /** The order at first; by title where nothing is said. */
  readonly sort?: { readonly by: ListField<Kind>; readonly descending?: boolean };
  /** How rows are put together at first; not at all where nothing is said. */
  readonly group?: ListField<Kind> | Grouping<Kind>;
  /** Other fields to group by. */
  readonly groups?: readonly (ListField<Kind> | Grouping<Kind>)[];
  /** Fields that can be filtered by their values. */
  readonly facets?: readonly ListField<Kind>[];
  /** Fields that can be set for many rows at once. */
  readonly bulk?: readonly ListField<Kind>[];
  /** Only these records: those of a case, those that point to a record. */
  readonly filter?: ListFilter;
  /** What an empty list says that `filter` has narrowed. */
  readonly none?: string;
  /** The list stands within a page: no drafts, no view of its own to be remembered. */
  readonly within?: string;
  /** Beside the button for a new record. */
  readonly acts?: ReactNode;
}

/** The groupings of a list, the first one first. */
export function groupingsOf<Kind extends RecordKind>({ group, groups = [] }: Pick<RecordListParts<Kind>, 'group' | 'groups'>): readonly Grouping<Kind>[] {
  const all = group === undefined ? groups : [group, ...groups.filter((one) => nameOf(one) !== nameOf(group))];
  return all.map((one) => (typeof one === 'string' ? { by: one, as: 'value' as const } : one));
}

function nameOf<Kind extends RecordKind>(group: ListField<Kind> | Grouping<Kind>): string {
  return typeof group === 'string' ? group : group.by;
}
