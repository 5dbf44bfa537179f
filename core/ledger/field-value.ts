import type { FieldValue } from './change.ts';

/** Limits against hostile content; what an honest editor makes stays far below them. */
const deepest = 128;
const mostNodes = 200_000;

/**
 * A value as a field may hold it: plain JSON, properties that are `undefined` or named `__proto__`
 * left out, and halves of surrogate pairs (a cut emoji) replaced, because RFC 8785 has no form for them and a person's
 * text must never fail to be saved for that. Throws when handed what is not data.
 */
export function toFieldValue(value: unknown): FieldValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return wellFormed(value);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((one) => (one === undefined ? null : toFieldValue(one)));
  if (typeof value !== 'object') throw new Error(`a field cannot hold a ${typeof value}`);
  const entries = Object.entries(value).filter(([name, one]) => one !== undefined && name !== '__proto__');
  return Object.fromEntries(entries.map(([name, one]) => [wellFormed(name), toFieldValue(one)]));
}

/** Half a surrogate pair is replaced by U+FFFD; everything else stays. */
export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, '\ufffd');
}

const loneSurrogate = /\p{Surrogate}/gu;

/**
 * Whether something that came from outside is plain JSON that every later step can bear: not
 * nested deeper than recursion allows, no lone surrogates, no `__proto__`, no numbers that JSON
 * has not. Walks with its own stack, so that no depth can overflow it.
 */
export function isPlainJson(candidate: unknown): candidate is FieldValue {
  const waiting: { value: unknown; depth: number }[] = [{ value: candidate, depth: 0 }];
  let nodes = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (++nodes > mostNodes || depth > deepest || !isPlainNode(value)) return false;
    if (typeof value !== 'object' || value === null) continue;
    for (const child of Object.values(value)) waiting.push({ value: child, depth: depth + 1 });
  }
  return true;
}

function isPlainNode(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.search(loneSurrogate) < 0;
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.keys(value).every((name) => name !== '__proto__' && name.search(loneSurrogate) < 0);
}

/** Whether two values are the same JSON; the order of an object's properties does not matter. */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && sameValue(part(one, name), part(other, name)));
}

function part(whole: object, name: string): FieldValue {
  return (whole as Readonly<Record<string, FieldValue>>)[name] ?? null;
}
