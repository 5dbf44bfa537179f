import { natureOf, partsOf } from '../../../core/records/field-nature.ts';
import type { RecordId } from '../../../core/ids.ts';
import { kinds, type RecordKind } from '../../../core/records/kinds.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { Entry } from '../notebook/catalogue.ts';

/** What a row says under a name: a field of its kind's `row`, or what every record has. */
export function valueIn(entry: Entry, field: string): unknown {
  switch (field) {
    case 'title': return entry.title;
    case 'level': return entry.level;
    case 'changed': return entry.changed;
    case 'standing': return entry.standing;
    default: return entry.row[field];
  }
}

/** Calls back with each value of a field as a filter names it; nothing is empty text. */
export function eachValue(entry: Entry, field: string, take: (value: string) => void): void {
  const value = valueIn(entry, field);
  if (typeof value === 'string') take(value);
  else if (Array.isArray(value) && value.length > 0) (value as readonly unknown[]).forEach((one) => typeof one === 'string' && take(one));
  else take(typeof value === 'number' || typeof value === 'boolean' ? String(value) : '');
}

/** The first value of a field as a filter names it; nothing is empty text. */
export function firstValue(entry: Entry, field: string): string {
  const value = valueIn(entry, field);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : '';
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether a field has one of these values. */
export function hasValue(entry: Entry, field: string, values: ReadonlySet<string>): boolean {
  const value = valueIn(entry, field);
  if (Array.isArray(value) && value.length > 0) return (value as readonly unknown[]).some((one) => typeof one === 'string' && values.has(one));
  return values.has(firstValue(entry, field));
}

interface TextPlan {
  /** Fields that are text. */
  readonly plain: readonly string[];
  /** Lists, each with those parts of its items that are text. */
  readonly lists: readonly (readonly [list: string, parts: readonly string[]])[];
  /** Fields that point to other records. */
  readonly links: readonly string[];
}

const plans = new Map<RecordKind, TextPlan>();
const isText = (kind: RecordKind, path: string) => ['line', 'text'].includes(natureOf(kind, path)?.type ?? '');

/** Where the words of a kind's rows are; read from the schema once. */
function planOf(kind: RecordKind): TextPlan {
  const known = plans.get(kind);
  if (known !== undefined) return known;
  const fields: readonly string[] = kinds[kind].row;
  const plan: TextPlan = {
    plain: fields.filter((field) => isText(kind, field)),
    lists: fields.filter((field) => natureOf(kind, field)?.type === 'items').map((field) => [field, partsOf(kind, field).filter((part) => isText(kind, `${field}.*.${part}`))] as const),
    links: fields.filter((field) => natureOf(kind, field)?.type === 'record'),
  };
  plans.set(kind, plan);
  return plan;
}

const folded = new WeakMap<Entry, string>();

/** All words of a row, folded over spellings and scripts; numbers and plates also without what parts them. */
export function foldedText(entry: Entry): string {
  const known = folded.get(entry);
  if (known !== undefined) return known;
  const texts = [entry.title];
  const add = (value: unknown) => {
    if (typeof value === 'string') texts.push(value);
    else if (Array.isArray(value)) value.forEach(add);
  };
  const { plain, lists } = planOf(entry.kind);
  for (const field of plain) add(entry.row[field]);
  for (const [list, parts] of lists) {
    const items = entry.row[list];
    if (Array.isArray(items)) for (const item of items as readonly Readonly<Record<string, unknown>>[]) for (const part of parts) add(item[part]);
  }
  const numbers = texts.filter((text) => /\d\W+\w|\w\W+\d/.test(text)).map((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const text = [...texts, ...numbers].map(foldedWords).filter((one) => one !== '').join(' ');
  folded.set(entry, text);
  return text;
}

const foldedTitles = new WeakMap<Entry, string>();

/** What a record is called, folded. */
export function foldedTitle(entry: Entry): string {
  const known = foldedTitles.get(entry);
  if (known !== undefined) return known;
  const text = foldedWords(entry.title);
  foldedTitles.set(entry, text);
  return text;
}

const foldedOnce = new Map<string, string>();
const mostFolded = 20_000;

/** Folds a text word by word: the same names and places come again in every row. */
function foldedWords(text: string): string {
  if (/^[ -~]*$/.test(text)) return foldName(text);
  return text.split(/\s+/).map((word) => {
    const known = foldedOnce.get(word);
    if (known !== undefined) return known;
    if (foldedOnce.size >= mostFolded) foldedOnce.clear();
    const fresh = foldName(word);
    foldedOnce.set(word, fresh);
    return fresh;
  }).filter((word) => word !== '').join(' ');
}

/** Forgets what was folded: at lock nothing of what was read stays. */
export function forgetFolded(): void {
  foldedOnce.clear();
}

/** The records that a row points to. */
export function linksOf(entry: Entry): readonly RecordId[] {
  const { links } = planOf(entry.kind);
  return links.flatMap((field) => {
    const value = entry.row[field] as RecordId | readonly RecordId[] | null | undefined;
    return value === null || value === undefined ? [] : typeof value === 'string' ? [value] : value;
  });
}
