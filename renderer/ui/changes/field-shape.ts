import type { FieldPath } from '../../../core/ledger/change.ts';
import { natureOf } from '../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';

/** A field of an item of a list, taken apart: `agenda.<key>.title`. */
export interface ItemField {
  readonly list: string;
  readonly key: string;
  readonly part: string;
}

/** `null` for a field that is not of an item. */
export function itemFieldOf(field: FieldPath): ItemField | null {
  const [list = '', key, part] = field.split('.');
  return key === undefined || part === undefined ? null : { list, key, part };
}

export function isRichText(kind: RecordKind, field: FieldPath): boolean {
  return natureOf(kind, field)?.type === 'rich-text';
}

/** Written in lines or paragraphs of one's own words, so that two texts can be put together by hand. */
export function isProse(kind: RecordKind, field: FieldPath): boolean {
  const nature = natureOf(kind, field);
  return nature !== null && !nature.many && (nature.type === 'line' || nature.type === 'text');
}

export function isOneLine(kind: RecordKind, field: FieldPath): boolean {
  return isProse(kind, field) && natureOf(kind, field)?.type === 'line';
}
