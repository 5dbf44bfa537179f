import { kinds, type RecordKind } from '../../../core/records/kinds.ts';
import { searchedTexts } from '../../../core/records/searched-text.ts';

/** Every text of a value as a form holds it: what its kind has, and what only the form has (a line that is being typed). */
export function textsOfForm(kind: RecordKind, value: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = kinds[kind].schema.shape;
  const beyond = Object.entries(value).flatMap(([name, part]) => (Object.hasOwn(fields, name) ? [] : textsIn(part)));
  return [...searchedTexts(kind, value).map(({ text }) => text), ...beyond];
}

function textsIn(part: unknown): readonly string[] {
  if (typeof part === 'string') return part === '' ? [] : [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
