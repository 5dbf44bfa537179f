import type { MarkingId, RecordId } from '../ids.ts';
import type { FieldPath, FieldValue } from '../ledger/change.ts';
import type { Marking, MarkingScheme } from '../markings/marking.ts';
import { isAbove, markingOf } from '../markings/scheme.ts';
import { natureOf } from '../records/field-nature.ts';
import { toFields } from '../records/fields.ts';
import type { RecordKind, RecordValue } from '../records/kinds.ts';

/**
 * A record is never lowered by relabelling it. What may be had at a lower level is a copy that a
 * person has reviewed, with the originator's consent: a new record, made from the text as it stands,
 * with nothing of the history of the higher level and no word of where it came from. This is what of
 * a text such a copy can hold, and what it cannot, each with its reason.
 */

/**
 * Kinds whose records can be copied. The others are figures that were frozen, protected persons, or
 * ties between two records, which say nothing without both.
 */
const copied: readonly RecordKind[] = ['case', 'note', 'meeting', 'action', 'proceedings', 'request', 'contact', 'authority', 'subject', 'activity', 'series'];

export function canBeCopied(kind: RecordKind): boolean {
  return copied.includes(kind);
}

/**
 * `attached-file`: its sealed pieces and its key belong to the higher compartment. `points-above`: it
 * names a record of a higher level, or one that is not here. `marked-above`: this part has a marking
 * of its own above the copy's. `consent`: what was permitted for the one record says nothing of the
 * other. `own`: it belongs to the one record and its history (who drafted it for whom, where it came
 * from, what was corrected after its approval).
 */
export type LeftOutReason = 'attached-file' | 'points-above' | 'marked-above' | 'consent' | 'own';

export interface PlannedField {
  readonly path: FieldPath;
  readonly value: FieldValue;
  /** The person may write it otherwise; everything else goes as it stands, or not at all. */
  readonly isText: boolean;
  /** It goes unless the person leaves it out. A reference would say where the copy comes from. */
  readonly proposed: boolean;
}

export interface LeftOutField {
  readonly path: FieldPath;
  readonly value: FieldValue;
  readonly reason: LeftOutReason;
}

export interface CopyPlan {
  readonly fields: readonly PlannedField[];
  readonly leftOut: readonly LeftOutField[];
}

/** What a copy is measured against. */
export interface CopyGround {
  readonly record: RecordId;
  /** The level of the copy. */
  readonly level: Marking;
  readonly scheme: MarkingScheme;
  /** The level of another record; `null` when it is not here. */
  readonly levelOf: (record: RecordId) => MarkingId | null;
}

/** Texts that name the one record to whoever has both. */
const references: readonly string[] = ['reference', 'ourReference'];
/**
 * Who it was drafted for, what it was made from, and the corrections of minutes: those are of the text that was
 * approved, which the copy is not, and repeat words of lines that may stay behind.
 */
const ownFields: readonly string[] = ['draftedFor', 'origin', 'originLine', 'corrections'];

/** Every field of a text that says something, as it may go or as it stays. Pure; in the order of the kind's form. */
export function planCopy<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>, ground: CopyGround): CopyPlan {
  const written = Object.entries(toFields(kind, value)).filter(([path, one]) => saysSomething(path, one));
  const above = itemsAbove(written, ground);
  const [fields, leftOut]: [PlannedField[], LeftOutField[]] = [[], []];
  for (const [path, one] of written) {
    const reason = reasonFor(kind, path, one, { ground, above });
    if (reason !== null) leftOut.push({ path, value: one, reason });
    else if (path !== 'safeguards') fields.push({ path, value: one, isText: isText(kind, path), proposed: !references.includes(path) });
  }
  return { fields, leftOut: [...leftOut, ...consentsOf(value)] };
}

function saysSomething(path: FieldPath, value: FieldValue): boolean {
  if (path.endsWith('.order') || value === null || value === '' || value === false) return false;
  return !(Array.isArray(value) && value.length === 0);
}

/** Items of lists with a marking of their own above the copy's, by `list.<key>`, and the lines of minutes that were taken under them. */
function itemsAbove(written: readonly (readonly [FieldPath, FieldValue])[], { scheme, level }: CopyGround): ReadonlySet<string> {
  const itemsWhere = (holds: (part: string | undefined, value: FieldValue) => boolean) =>
    written.flatMap(([path, value]) => {
      const [list, key, part] = path.split('.');
      return holds(part, value) ? [`${list}.${key}`] : [];
    });
  const marked = new Set(itemsWhere((part, value) => part === 'level' && typeof value === 'string' && isAbove(markingOf(scheme, value as MarkingId), level)));
  return new Set([...marked, ...itemsWhere((part, value) => part === 'item' && typeof value === 'string' && marked.has(`agenda.${value}`))]);
}

interface Surroundings {
  readonly ground: CopyGround;
  readonly above: ReadonlySet<string>;
}

function reasonFor(kind: RecordKind, path: FieldPath, value: FieldValue, { ground, above }: Surroundings): LeftOutReason | null {
  const [list = '', key, part] = path.split('.');
  if (list === 'attachments') return 'attached-file';
  if (ownFields.includes(list)) return 'own';
  if (above.has(`${list}.${key}`)) return 'marked-above';
  // A line of minutes goes with the item it was taken under; the key that says so is made anew.
  if (part === 'item') return null;
  const nature = natureOf(kind, path);
  if (nature === null || nature.type === 'inner') return 'own';
  if (nature.type === 'record') return pointsAbove(value, ground) ? 'points-above' : null;
  return null;
}

function pointsAbove(value: FieldValue, { record, scheme, level, levelOf }: CopyGround): boolean {
  const records = (Array.isArray(value) ? value : [value]) as readonly RecordId[];
  return records.some((one) => {
    const its = one === record ? null : levelOf(one);
    return its === null || isAbove(markingOf(scheme, its), level);
  });
}

function isText(kind: RecordKind, path: FieldPath): boolean {
  const nature = natureOf(kind, path);
  return nature !== null && !nature.many && (nature.type === 'line' || nature.type === 'text' || nature.type === 'rich-text');
}

/** Handling codes, the originator and who may receive it bind the copy too; what was permitted does not reach it. */
function consentsOf(value: RecordValue<RecordKind>): readonly LeftOutField[] {
  const { consents, transferGround, h3ConfirmedFor } = value.safeguards;
  const any = consents.length + h3ConfirmedFor.length > 0 || transferGround !== null;
  return any ? [{ path: 'safeguards', value: null, reason: 'consent' }] : [];
}
