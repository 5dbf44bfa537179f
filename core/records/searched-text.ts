import type { z } from 'zod';
import type { RichTextNode } from './parts.ts';
import { kinds, type RecordKind } from './kinds.ts';

/**
 * What search reads of a record. Follows the schema of its kind, so a new kind is found without a
 * word here: every text of 300 characters or more that has no pattern, and every rich text. What is
 * shorter is a code or a key.
 */
export interface SearchedText {
  /** The field, and for lists and groups the part: `lines.text`. */
  readonly field: string;
  readonly weight: TextWeight;
  readonly text: string;
}

/** How much a word counts where it stands: 8 in what a record is called, 1 in its safeguards. */
export type TextWeight = 1 | 2 | 3 | 4 | 5 | 8;

type Plan =
  | { readonly is: 'text' | 'rich' }
  | { readonly is: 'list'; readonly of: Plan }
  | { readonly is: 'group'; readonly parts: readonly (readonly [string, Plan])[] };

/** Limit of the schema piece `line`. */
const shortestText = 300;
/** Names and numbers wherever they stand: what one searches for most. */
const names: ReadonlySet<string> = new Set(['aliases', 'name', 'shortName', 'sortName', 'codeName', 'value', 'number', 'address', 'reference', 'theirReference', 'fileNumber', 'email', 'phone', 'unitReference']);
const plans = new Map<RecordKind, readonly (readonly [string, Plan])[]>();

/** Every text of a record, in the order of its schema. Takes values as a schema has read them. */
export function searchedTexts(kind: RecordKind, value: Readonly<Record<string, unknown>>): readonly SearchedText[] {
  const texts: SearchedText[] = [];
  for (const [name, plan] of planOf(kind)) gather(plan, value[name], { kind, field: name, depth: 0 }, texts);
  return texts;
}

function planOf(kind: RecordKind): readonly (readonly [string, Plan])[] {
  const known = plans.get(kind) ?? partsOf(kinds[kind].schema);
  plans.set(kind, known);
  return known;
}

function partsOf(schema: z.ZodType): readonly (readonly [string, Plan])[] {
  const shape = (schema as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(shape).flatMap(([name, part]) => {
    const plan = planFor(part);
    return plan === null ? [] : [[name, plan] as const];
  });
}

const wrappers: ReadonlySet<string> = new Set(['default', 'prefault', 'nullable', 'optional']);

function planFor(schema: z.ZodType): Plan | null {
  const { type } = schema.def;
  if (wrappers.has(type)) return planFor((schema as z.ZodDefault<z.ZodType>).unwrap());
  if (type === 'lazy') return { is: 'rich' };
  if (type === 'string') return isText(schema as z.ZodString) ? { is: 'text' } : null;
  if (type === 'array') {
    const of = planFor((schema as z.ZodArray<z.ZodType>).element);
    return of === null ? null : { is: 'list', of };
  }
  const parts = type === 'object' ? partsOf(schema) : [];
  return parts.length === 0 ? null : { is: 'group', parts };
}

function isText(schema: z.ZodString): boolean {
  return schema.format === null && schema.maxLength !== null && schema.maxLength >= shortestText;
}

interface Place {
  readonly kind: RecordKind;
  readonly field: string;
  readonly depth: number;
}

function gather(plan: Plan, value: unknown, place: Place, into: SearchedText[]): void {
  if (value === null || value === undefined) return;
  if (plan.is === 'list') {
    if (Array.isArray(value)) for (const item of value) gather(plan.of, item, place, into);
  } else if (plan.is === 'group') {
    if (typeof value !== 'object') return;
    for (const [name, part] of plan.parts) {
      gather(part, (value as Readonly<Record<string, unknown>>)[name], { ...place, field: `${place.field}.${name}`, depth: place.depth + 1 }, into);
    }
  } else {
    const text = plan.is === 'rich' ? richWords(value as RichTextNode) : typeof value === 'string' ? value : '';
    if (text.trim() !== '') into.push({ field: place.field, weight: weightOf(place, plan, text), text });
  }
}

/** Longer than a line: prose, in which a word says less. */
const shortProse = 300;

function weightOf({ kind, field, depth }: Place, plan: Plan, text: string): TextWeight {
  if (field.startsWith('safeguards.')) return 1;
  const named: readonly string[] = kinds[kind].named;
  if (plan.is === 'text' && named.includes(field)) return 8;
  if (names.has(field.split('.').at(-1) ?? '')) return 5;
  if (plan.is === 'rich' || text.length > shortProse) return 2;
  return depth === 0 ? 4 : 3;
}

const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'hardBreak', 'horizontalRule']);

/** The words of a rich text, a line for each paragraph. */
export function richWords(node: RichTextNode): string {
  let text = '';
  const waiting: RichTextNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.text !== undefined) text += next.text;
    else if (blocks.has(next.type) && text !== '' && !text.endsWith('\n')) text += '\n';
    if (next.content !== undefined) waiting.push(...next.content.toReversed());
  }
  return text.trimEnd();
}
