import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import type { PlannedField, TakenFields } from '../../../engine/api.ts';

/** A field, or an item of a list with all its parts: what a person takes or leaves as one. */
export interface PlannedGroup {
  /** `title`, or `agenda.<key>`. */
  readonly id: string;
  readonly list: string | null;
  readonly parts: readonly PlannedField[];
  readonly proposed: boolean;
  /** For a line of minutes: the group of the agenda item it was taken under. */
  readonly under: string | null;
}

export function groupsOf(fields: readonly PlannedField[]): readonly PlannedGroup[] {
  const groups = new Map<string, PlannedField[]>();
  for (const field of fields) {
    const [list = '', key, part] = field.path.split('.');
    const id = part === undefined ? field.path : `${list}.${key}`;
    groups.set(id, [...(groups.get(id) ?? []), field]);
  }
  return [...groups].map(([id, parts]) => {
    const under = parts.find((one) => one.path.endsWith('.item'))?.value;
    return { id, list: id.includes('.') ? (id.split('.')[0] ?? null) : null, parts, proposed: parts.every((one) => one.proposed), under: typeof under === 'string' ? `agenda.${under}` : null };
  });
}

/** A line of minutes goes only with the item it stands under. */
export function goes(group: PlannedGroup, off: ReadonlySet<string>, groups: readonly PlannedGroup[]): boolean {
  if (off.has(group.id)) return false;
  return group.under === null || (!off.has(group.under) && groups.some((one) => one.id === group.under));
}

/** What is taken, as it was written. */
export function takenOf(groups: readonly PlannedGroup[], off: ReadonlySet<string>, written: ReadonlyMap<FieldPath, FieldValue>): TakenFields {
  const parts = groups.filter((one) => goes(one, off, groups)).flatMap((one) => one.parts);
  return Object.fromEntries(parts.map(({ path, value }) => [path, written.get(path) ?? value]));
}
