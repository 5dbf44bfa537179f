import { diffArrays } from 'diff';
import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import { sameValue, toFieldValue } from '../../../../core/ledger/field-value.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { handling as handlingSchema, safeguards as schema, type Handling, type Safeguards } from '../../../../core/records/parts.ts';
import { isOneLine, isProse, isRichText } from '../../changes/field-shape.ts';

/** Two or more values put together. `edit`: a person looks at it before it counts. */
export interface Both {
  readonly value: FieldValue;
  readonly edit: boolean;
}

/** What several values say together, without losing a word of any; `null` where only one can be true. */
export function bothOf(kind: RecordKind, field: FieldPath, values: readonly FieldValue[]): Both | null {
  if (isRichText(kind, field)) return { value: { type: 'doc', content: unitedBlocks(values) }, edit: true };
  if (field === 'safeguards') return unitedSafeguards(values);
  if (values.every((one) => Array.isArray(one) && one.every((piece) => typeof piece === 'string'))) {
    return { value: [...new Set(values.flatMap((one) => one as readonly string[]))], edit: false };
  }
  if (!isProse(kind, field)) return null;
  const texts = values.filter((one) => typeof one === 'string' && one !== '') as string[];
  const separator = isOneLine(kind, field) ? ' / ' : '\n';
  return { value: united(texts.map((text) => (isOneLine(kind, field) ? [text] : text.split('\n'))), (one, other) => one === other).join(separator), edit: true };
}

function unitedBlocks(values: readonly FieldValue[]): FieldValue[] {
  return united(values.map(blocksIn), sameValue);
}

function blocksIn(value: FieldValue): readonly FieldValue[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const content = (value as { readonly content?: FieldValue }).content;
  return Array.isArray(content) ? content : [];
}

/** Everything that any of the lists has, in their order; what two have in common stands once. */
function united<Piece>(lists: readonly (readonly Piece[])[], same: (one: Piece, other: Piece) => boolean): Piece[] {
  const [first = [], ...others] = lists;
  return others.reduce<Piece[]>(
    (together, other) => diffArrays(together, [...other], { comparator: same }).flatMap((stretch) => stretch.value),
    [...first],
  );
}

/** Every restriction of either: what was forbidden by one stays forbidden. */
function unitedSafeguards(values: readonly FieldValue[]): Both | null {
  const read = values.map((one) => schema.safeParse(one)).flatMap((one) => (one.success ? [one.data] : []));
  const [first, ...others] = read;
  if (first === undefined || others.length === 0) return null;
  return { value: toFieldValue(others.reduce(stricter, first)), edit: false };
}

function stricter(one: Safeguards, other: Safeguards): Safeguards {
  return {
    ...one,
    originator: one.originator === '' ? other.originator : one.originator,
    handling: unitedHandling(one.handling, other.handling),
    evaluation: one.evaluation ?? other.evaluation,
    releasableTo: narrower(one.releasableTo, other.releasableTo),
    // A consent that either has on record was given.
    consents: united([one.consents, other.consents], (a, b) => sameValue(toFieldValue(a), toFieldValue(b))).slice(0, 50),
    aboutPersons: one.aboutPersons || other.aboutPersons,
    transferGround: one.transferGround ?? other.transferGround,
    embargo: [one.embargo, other.embargo].filter((day) => day !== null).sort().at(-1) ?? null,
    // A confirmation counts only where both read the same restriction.
    h3ConfirmedFor: one.h3ConfirmedFor.filter((group) => other.h3ConfirmedFor.includes(group)),
    limite: one.limite || other.limite,
    tlp: strictestTlp(one.tlp, other.tlp),
  };
}

function unitedHandling(one: readonly Handling[], other: readonly Handling[]): Handling[] {
  const codes = handlingSchema.shape.code.options;
  return codes.flatMap((code) => {
    const [first, second] = [one, other].map((list) => list.find((each) => each.code === code)).filter((each) => each !== undefined);
    if (first === undefined) return [];
    if (second === undefined) return [first];
    const words = (part: 'provider' | 'restriction') => [...new Set([first[part], second[part]])].filter((each) => each !== undefined && each !== '').join('; ');
    const [provider, restriction] = [words('provider'), words('restriction')];
    return [{ code, ...(provider === '' ? {} : { provider }), ...(restriction === '' ? {} : { restriction }) }];
  });
}

function narrower(one: Safeguards['releasableTo'], other: Safeguards['releasableTo']): Safeguards['releasableTo'] {
  if (one === null) return other;
  return other === null ? one : one.filter((place) => other.includes(place));
}

function strictestTlp(one: Safeguards['tlp'], other: Safeguards['tlp']): Safeguards['tlp'] {
  const order = schema.shape.tlp.unwrap().unwrap().options;
  return order.find((each) => each === one || each === other) ?? null;
}
