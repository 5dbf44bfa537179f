import { describe, expect, it } from 'vitest';
import { fieldsOf, natureOf, partsOf } from './field-nature.ts';
import { kindShape } from './kind-shape.ts';
import { kinds, recordKinds } from './kinds.ts';

describe('the nature of a field', () => {
  it.each([
    ['authority', 'name', 'line', { required: true, many: false }],
    ['authority', 'address', 'text', { required: false }],
    ['authority', 'country', 'country', { nullable: true }],
    ['authority', 'crimeAreas', 'choice', { many: true }],
    ['authority', 'languages', 'language', { many: true }],
    ['authority', 'parent', 'record', { kinds: ['authority'] }],
    ['authority', 'memberships', 'items', { many: true }],
    ['authority', 'memberships.k1.until', 'day', { nullable: true }],
    ['authority', 'memberships.k1.network', 'choice', {}],
    ['action', 'text', 'text', { required: true }],
    ['action', 'jwg', 'group', {}],
    ['note', 'body', 'rich-text', {}],
    ['note', 'time', 'time', {}],
    ['request', 'copies', 'number', { nullable: true }],
    ['request', 'urgent', 'yes-no', {}],
    ['relation', 'from', 'record', { required: true, kinds: ['subject'] }],
    ['case', 'safeguards', 'safeguards', {}],
  ] as const)('%s: %s is %s', (kind, field, type, more) => {
    expect(natureOf(kind, field)).toMatchObject({ type, ...more });
  });

  it('knows no field that the kind does not have', () => {
    expect(natureOf('note', 'colour')).toBeNull();
    expect(natureOf('case', 'nationalReferences.k1.colour')).toBeNull();
  });

  it.each(recordKinds)('every field of %s that people see has one', (kind) => {
    const lists = kindShape(kinds[kind]).lists;
    const paths = fieldsOf(kind).flatMap((name) => (lists.has(name) ? partsOf(kind, name).map((part) => `${name}.*.${part}`) : [name]));
    const unknown = paths.filter((path) => ['other', undefined].includes(natureOf(kind, path)?.type));
    // Small structures with a page of their own.
    expect(unknown.filter((path) => !['next', 'hold', 'attachments.*.handOvers'].includes(path))).toEqual([]);
  });
});
