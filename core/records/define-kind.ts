import type { z } from 'zod';

/**
 * The one way to define a kind of record: its schema is what forms validate, what arriving changes
 * are checked against, and what folded fields are read back into.
 *
 * `lists` names the fields that hold keyed items. Each item is an object with `key` (an ItemKey)
 * and `order` (a fractional-index string); its parts become fields of their own in the ledger
 * (`agenda.<key>.title`), so two people taking minutes do not conflict wholesale. Every other
 * field is one value: the later whole value is shown.
 */
export interface KindDefinition<Kind extends string, Schema extends z.ZodObject> {
  readonly kind: Kind;
  readonly schema: Schema;
  readonly lists: readonly (keyof z.infer<Schema> & string)[];
  /** The fields that a list row shows and sorts by; kept in the engine's catalogue. */
  readonly row: readonly (keyof z.infer<Schema> & string)[];
  /** What a record is called: the first of these fields that says something. */
  readonly named: readonly (keyof z.infer<Schema> & string)[];
}

export function defineKind<Kind extends string, Schema extends z.ZodObject>(
  definition: KindDefinition<Kind, Schema>,
): KindDefinition<Kind, Schema> {
  return definition;
}
