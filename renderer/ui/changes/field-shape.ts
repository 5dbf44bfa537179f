import type { FieldPath } from '../../../core/ledger/change.ts';
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
  return kind === 'note' && field === 'body';
}

/** Written in lines or paragraphs of one's own words, so that two texts can be put together by hand. */
export function isProse(field: FieldPath): boolean {
  const name = field.split('.').at(-1) ?? '';
  return ['title', 'reference', 'lead', 'jit', 'summary', 'place', 'series', 'owner', 'outcome', 'text', 'name', 'institution', 'authority'].includes(name);
}

export function isOneLine(field: FieldPath): boolean {
  const name = field.split('.').at(-1) ?? '';
  return isProse(field) && !['summary', 'outcome', 'text'].includes(name);
}
