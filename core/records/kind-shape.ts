import type { z } from 'zod';
import type { KindDefinition } from './define-kind.ts';

/** The parts of a list's items, by name, without `key`. */
export type ListShape = ReadonlyMap<string, z.ZodType>;

/** A kind's schema taken apart: fields that are one value, and lists with the parts of their items. */
export interface KindShape {
  readonly plain: ReadonlyMap<string, z.ZodType>;
  readonly lists: ReadonlyMap<string, ListShape>;
}

const known = new WeakMap<object, KindShape>();

/** The shape of a kind, worked out once. Throws when the definition itself breaks the rules of define-kind.ts. */
export function kindShape(definition: KindDefinition<string, z.ZodObject>): KindShape {
  const shape = known.get(definition) ?? takeApart(definition);
  known.set(definition, shape);
  return shape;
}

function takeApart(definition: KindDefinition<string, z.ZodObject>): KindShape {
  const plain = new Map<string, z.ZodType>();
  const lists = new Map<string, ListShape>();
  for (const [name, schema] of Object.entries(definition.schema.shape) as [string, z.ZodType][]) {
    if (definition.lists.includes(name)) {
      lists.set(name, listShape(definition.kind, name, schema));
    } else {
      mustHaveBlank(`${definition.kind}.${name}`, schema);
      plain.set(name, schema);
    }
  }
  return { plain, lists };
}

function listShape(kind: string, name: string, schema: z.ZodType): ListShape {
  const list = unwrapped(schema).inner;
  const item = list.def.type === 'array' ? (list as z.ZodArray<z.ZodType>).element : undefined;
  if (item?.def.type !== 'object') throw new Error(`${kind}.${name} is not a list of objects`);
  const parts = new Map(Object.entries((item as z.ZodObject).shape) as [string, z.ZodType][]);
  if (!parts.delete('key') || !parts.has('order')) throw new Error(`items of ${kind}.${name} need key and order`);
  if (parts.has('removed')) throw new Error(`items of ${kind}.${name} cannot have a part named removed`);
  for (const [part, one] of parts) mustHaveBlank(`${kind}.${name}.${part}`, one);
  return parts;
}

/** A schema without its defaults, and whether `null` is one of its values. */
export function unwrapped(schema: z.ZodType): { readonly inner: z.ZodType; readonly nullable: boolean } {
  let inner = schema;
  let nullable = false;
  while (inner.def.type === 'default' || inner.def.type === 'prefault' || inner.def.type === 'nullable' || inner.def.type === 'optional') {
    nullable ||= inner.def.type === 'nullable';
    inner = (inner as z.ZodDefault<z.ZodType>).unwrap();
  }
  return { inner, nullable };
}

/** What is not written must still have a value: a default, `null`, or, for text, nothing. */
function mustHaveBlank(path: string, schema: z.ZodType): void {
  const input = schema.def.type === 'pipe' ? (schema as z.ZodPipe<z.ZodType, z.ZodType>).in : schema;
  const stands = schema.safeParse(undefined).success || schema.safeParse(null).success || input.def.type === 'string';
  if (!stands) throw new Error(`${path} needs a default`);
}
