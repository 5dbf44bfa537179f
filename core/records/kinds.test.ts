import { describe, expect, it } from 'vitest';
import { fromFields, toFields } from './fields.ts';
import { kindShape } from './kind-shape.ts';
import { kinds, recordKinds } from './kinds.ts';

describe.each(recordKinds)('%s', (kind) => {
  it('keeps the rules of a definition, so that nothing written can leave a field without a value', () => {
    expect(() => kindShape(kinds[kind])).not.toThrow();
  });

  it('names its group, its case and its safeguards as every kind does', () => {
    expect(Object.keys(kinds[kind].schema.shape)).toEqual(expect.arrayContaining(['jwg', 'safeguards']));
  });

  it('is read from no fields at all, and comes back from its own fields', () => {
    const blank = fromFields(kind, {});
    expect(blank.unreadable).toEqual([]);
    const again = fromFields(kind, toFields(kind, blank.value));
    expect(again.value).toEqual(blank.value);
  });
});
