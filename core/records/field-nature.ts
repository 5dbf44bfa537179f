import { z } from 'zod';
import type { FieldPath } from '../ledger/change.ts';
import { kindShape, unwrapped } from './kind-shape.ts';
import { kinds, type RecordKind } from './kinds.ts';
import { country, day, evaluation, itemKey, jwgId, markingId, personId, recordId, richText, safeguards, timeOfDay } from './parts.ts';

/** What sort of thing a field holds: enough to choose its input, its column, its filter and its words. */
export type NatureType =
  | 'line' | 'text' | 'rich-text' | 'day' | 'time' | 'number' | 'yes-no' | 'choice' | 'record' | 'person' | 'group' | 'country' | 'language' | 'marking' | 'safeguards' | 'evaluation' | 'items' | 'inner' | 'other';

export interface FieldNature {
  readonly type: NatureType;
  /** The value is a list of them. */
  readonly many: boolean;
  /** Nothing is no answer. */
  readonly required: boolean;
  /** `null` is an answer. */
  readonly nullable: boolean;
  /** For `choice`: the values, in the order of the schema. */
  readonly choices: readonly string[];
  /** For `record`: the kinds that it may point to; empty for any. */
  readonly kinds: readonly RecordKind[];
}

const known: readonly (readonly [z.ZodType, NatureType])[] = [
  [recordId, 'record'], [jwgId, 'group'], [country, 'country'], [day, 'day'], [timeOfDay, 'time'], [markingId, 'marking'], [richText, 'rich-text'], [safeguards, 'safeguards'],
  [evaluation, 'evaluation'], [itemKey, 'inner'], [personId, 'person'],
];

/** Fields that hold a BCP 47 language; their schema is text of twenty characters. */
const languageNames = new Set(['language', 'languages', 'translationInto']);

/** What fields point to, by their last name. A name that is not here may point to any kind. */
const targets: Readonly<Record<string, readonly RecordKind[]>> = {
  case: ['case'], otherCases: ['case'], contacts: ['contact'], authority: ['authority'], parent: ['authority'], authorityRecord: ['authority'], toAuthorityRecord: ['authority'], contact: ['contact'],
  prosecutorContact: ['contact'], counterpartContact: ['contact'], handler: ['contact'], proceedings: ['proceedings'], obtainedUnder: ['request'], action: ['action'], from: ['subject'], to: ['subject'],
  origin: ['note', 'meeting'], ofSeries: ['series'], indicator: ['indicator'], protection: ['protection'], decidedAt: ['meeting'],
};

/** What keeps the house together and says nothing to people: places in an order, hashes, what a file is known by. */
const inner = new Set(['order', 'watch', 'file', 'custody', 'counted', 'breakdown', 'salt', 'mark', 'alone']);

/** Longest line of the records (parts.ts); what is longer is a paragraph. */
const lineLength = 300;

const natures = new Map<string, FieldNature | null>();

/**
 * The nature of a field of a kind: `title`, or a part of an item of a list, `agenda.<key>.title`.
 * Read from the kind's schema. `null` for a field that the kind does not have.
 */
export function natureOf(kind: RecordKind, field: FieldPath): FieldNature | null {
  const [name = '', key, part] = field.split('.');
  const path = key === undefined || part === undefined ? name : `${name}.*.${part}`;
  const id = `${kind} ${path}`;
  const found = natures.get(id);
  if (found !== undefined) return found;
  const nature = readNature(kind, name, part);
  natures.set(id, nature);
  return nature;
}

function readNature(kind: RecordKind, name: string, part: string | undefined): FieldNature | null {
  const shape = kindShape(kinds[kind]);
  const list = shape.lists.get(name);
  if (part === undefined && list !== undefined) return { type: 'items', many: true, required: false, nullable: false, choices: [], kinds: [] };
  const schema = part === undefined ? shape.plain.get(name) : list?.get(part);
  return schema === undefined ? null : natureOfSchema(part ?? name, schema);
}

function natureOfSchema(name: string, schema: z.ZodType): FieldNature {
  const { inner, nullable } = unwrapped(schema);
  const many = inner instanceof z.ZodArray;
  const one = many ? unwrapped(inner.element as z.ZodType).inner : inner;
  const type = typeOf(name, one);
  return {
    type,
    many,
    required: !many && !schema.safeParse(undefined).success && !schema.safeParse('').success,
    nullable,
    choices: one instanceof z.ZodEnum ? one.options.map(String) : [],
    kinds: type === 'record' ? (targets[name] ?? []) : [],
  };
}

function typeOf(name: string, schema: z.ZodType): NatureType {
  const shared = known.find(([one]) => one === schema);
  if (shared !== undefined) return shared[1];
  if (inner.has(name)) return 'inner';
  if (schema instanceof z.ZodEnum) return 'choice';
  if (schema instanceof z.ZodBoolean) return 'yes-no';
  if (schema instanceof z.ZodNumber) return 'number';
  if (!(schema instanceof z.ZodString)) return 'other';
  if (languageNames.has(name)) return 'language';
  return (schema.maxLength ?? lineLength) > lineLength ? 'text' : 'line';
}

/** The names of a kind's fields, in the order of its schema. */
export function fieldsOf(kind: RecordKind): readonly string[] {
  return Object.keys(kinds[kind].schema.shape);
}

/** The parts of the items of a list that people see, in the order of its schema. */
export function partsOf(kind: RecordKind, list: string): readonly string[] {
  const parts = kindShape(kinds[kind]).lists.get(list);
  return parts === undefined ? [] : [...parts.keys()].filter((part) => natureOf(kind, `${list}.*.${part}`)?.type !== 'inner');
}
