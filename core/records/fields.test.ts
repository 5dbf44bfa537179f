import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../ledger/change.ts';
import { fieldsChanged, fromFields, toFields } from './fields.ts';
import { kinds, recordKinds, type RecordInput } from './kinds.ts';

const { meeting, note } = kinds;

function aMeeting(value: Partial<RecordInput<'meeting'>> = {}) {
  return meeting.schema.parse({ title: 'Coordination meeting', ...value });
}

function anItem(key: string, title: string, order = 'a0') {
  return { key, title, order };
}

describe('fields of a record', () => {
  it.each(recordKinds)('read back what was written: %s', (kind) => {
    const value = fromFields(kind, {}).value;
    const again = fromFields(kind, toFields(kind, value));
    expect(again).toEqual({ value, unreadable: [] });
  });

  it('give every part of an item a path of its own', () => {
    const fields = toFields('meeting', aMeeting({ agenda: [anItem('k1', 'Opening')] }));
    expect(fields['agenda.k1.title']).toBe('Opening');
    expect(fields['agenda.k1.order']).toBe('a0');
    expect(fields).not.toHaveProperty('agenda');
    expect(fields).not.toHaveProperty(['agenda.k1.key']);
  });

  it('read back any agenda in its order', () => {
    const keyed = fc.uniqueArray(fc.stringMatching(/^[\w-]{1,20}$/), { maxLength: 20 });
    fc.assert(
      fc.property(keyed, (keys) => {
        const agenda = keys.map((key, index) => anItem(key, `Item ${index}`, `a${String.fromCharCode(65 + index)}`));
        const value = aMeeting({ agenda });
        expect(fromFields('meeting', toFields('meeting', value))).toEqual({ value, unreadable: [] });
      }),
    );
  });

  it('never let half an emoji stop a save', () => {
    const fields = toFields('note', note.schema.parse({ title: 'Bar\ud83d' }));
    expect(fields['title']).toBe('Bar\ufffd');
  });

  it('refuse two items with one key', () => {
    const value = aMeeting({ agenda: [anItem('k1', 'One'), anItem('k1', 'Two')] });
    expect(() => toFields('meeting', value)).toThrow();
  });
});

describe('what a change writes', () => {
  it('is everything when there was nothing before', () => {
    const value = note.schema.parse({ title: 'A call' });
    expect(fieldsChanged('note', null, value)).toEqual(toFields('note', value));
  });

  it('is only what differs', () => {
    const before = aMeeting({ agenda: [anItem('k1', 'Opening'), anItem('k2', 'Routes', 'a1')] });
    const after = aMeeting({ agenda: [anItem('k1', 'Opening'), anItem('k2', 'Routes to Bari', 'a1')] });
    expect(fieldsChanged('meeting', before, after)).toEqual({ 'agenda.k2.title': 'Routes to Bari' });
    expect(fieldsChanged('meeting', after, after)).toEqual({});
  });

  it('says of an item taken out that it is gone, once', () => {
    const before = aMeeting({ agenda: [anItem('k1', 'Opening'), anItem('k2', 'Routes', 'a1')] });
    expect(fieldsChanged('meeting', before, aMeeting({ agenda: [anItem('k1', 'Opening')] }))).toEqual({
      'agenda.k2.removed': true,
    });
  });

  it('leaves alone what could not be read', () => {
    const read = fromFields('note', { title: 'A call', day: 'yesterday', fromALaterVersion: 1 });
    expect(read.unreadable).toEqual(['day', 'fromALaterVersion']);
    const changed = fieldsChanged('note', read.value, { ...read.value, title: 'Two calls' });
    expect(changed).toEqual({ title: 'Two calls' });
  });

  it('applied to the fields before gives the fields after', () => {
    const titles = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 8 });
    fc.assert(
      fc.property(titles, titles, (one, two) => {
        const before = aMeeting({ agenda: one.map((key) => anItem(key, `Was ${key}`)) });
        const after = aMeeting({ agenda: two.map((key) => anItem(key, `Is ${key}`)) });
        const fields = { ...toFields('meeting', before), ...fieldsChanged('meeting', before, after) };
        const expected = fromFields('meeting', toFields('meeting', after)).value;
        expect(fromFields('meeting', fields)).toEqual({ value: expected, unreadable: [] });
      }),
    );
  });
});

describe('reading fields that others wrote', () => {
  it('keeps the default where a value does not fit, and says so', () => {
    const read = fromFields('action', { text: 7, status: 'exploded', owner: 'Ana' });
    expect(read.value).toMatchObject({ text: '', status: 'open', owner: 'Ana' });
    expect(read.unreadable).toEqual(['status', 'text']);
  });

  it('takes null for emptied, not for unreadable', () => {
    const read = fromFields('note', { title: null, body: null });
    expect(read.value).toMatchObject({ title: '', body: { type: 'doc', content: [] } });
    expect(read.unreadable).toEqual([]);
  });

  it('keeps an item of which only some parts have arrived, at the end when its place is unknown', () => {
    const { value } = fromFields('meeting', {
      'agenda.late.title': 'Without a place',
      'agenda.k1.title': 'Opening',
      'agenda.k1.order': 'a0',
    });
    expect(value.agenda.map((item) => item.title)).toEqual(['Opening', 'Without a place']);
    expect(meeting.schema.shape.agenda.safeParse(value.agenda).success).toBe(true);
  });

  it('leaves out items that were taken out or never written', () => {
    const { value } = fromFields('meeting', {
      'agenda.k1.title': 'Opening',
      'agenda.k1.removed': true,
      'agenda.k2.removed': null,
    });
    expect(value.agenda).toEqual([]);
  });

  it('cannot be made to touch a prototype', () => {
    const hostile = JSON.parse(`{
      "__proto__": {"polluted": 1}, "constructor": 1, "toString": 1, "constructor.prototype.polluted": 1,
      "agenda.__proto__.title": "x", "agenda.k1.__proto__": {"polluted": 1}, "agenda.k1.constructor": 1,
      "__proto__.k.title": "x", "agenda.constructor.title": "y"
    }`) as Record<string, FieldValue>;
    const { value, unreadable } = fromFields('meeting', hostile);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value.agenda.map((item) => item.key).sort()).toEqual(['__proto__', 'constructor']);
    expect(unreadable).toContain('agenda.k1.__proto__');
  });

  it('never throws, and always gives a whole value', () => {
    const names = Object.keys(meeting.schema.shape);
    const path = fc.oneof(
      fc.constantFrom(...names),
      fc.tuple(fc.constantFrom(...names), fc.constantFrom('k', '__proto__', '', '.'), fc.constantFrom('title', 'order', 'removed', 'key', 'x')).map((parts) => parts.join('.')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.dictionary(path, fc.jsonValue()), (fields) => {
        const { value } = fromFields('meeting', fields as Record<string, FieldValue>);
        expect(Object.keys(value).sort()).toEqual([...names].sort());
        expect(fromFields('meeting', toFields('meeting', value)).value).toEqual(value);
      }),
    );
  });

  it('survives text nested beyond every limit', () => {
    let body: FieldValue = { type: 'paragraph' };
    for (let depth = 0; depth < 50_000; depth += 1) body = { type: 'paragraph', content: [body] };
    const read = fromFields('note', { title: 'Deep', body });
    expect(read.unreadable).toEqual(['body']);
    expect(read.value.title).toBe('Deep');
  });

  it('reads national references with a country that is not one', () => {
    const { value, unreadable } = fromFields('case', { 'nationalReferences.k.country': 'Atlantis', 'nationalReferences.k.authority': 'Court' });
    expect(value.nationalReferences).toMatchObject([{ key: 'k', country: '', authority: 'Court' }]);
    expect(unreadable).toEqual(['nationalReferences.k.country']);
  });
});
