import { describe, expect, it } from 'vitest';
import { searchedTexts } from './searched-text.ts';
import { kinds, recordKinds, type RecordKind } from './kinds.ts';

function read(kind: RecordKind, input: Readonly<Record<string, unknown>>) {
  return searchedTexts(kind, kinds[kind].schema.parse(input));
}

const keyed = { key: 'k', order: 'a0' };

describe('what search reads of a record', () => {
  it('is every text, the name first in weight, and no id, key, code or day', () => {
    const texts = read('contact', {
      name: 'Besnik Hoxha', country: 'XKX', languages: ['sq'], remarks: 'Prefers mornings', case: 'some-record',
      numbers: [{ ...keyed, number: '+383 44 123 456', remark: 'only by day' }], emails: [{ ...keyed, address: 'b@example.org' }],
    });
    expect(texts.map(({ field, weight, text }) => [field, weight, text])).toEqual([
      ['name', 8, 'Besnik Hoxha'],
      ['numbers.number', 5, '+383 44 123 456'],
      ['numbers.remark', 3, 'only by day'],
      ['emails.address', 5, 'b@example.org'],
      ['remarks', 4, 'Prefers mornings'],
    ]);
  });

  it('takes rich text apart by paragraphs', () => {
    const line = (...texts: string[]) => ({ type: 'paragraph', content: texts.map((text) => ({ type: 'text', text })) });
    const body = { type: 'doc', content: [line('One ', 'line'), { type: 'bulletList', content: [{ type: 'listItem', content: [line('two')] }] }] };
    expect(read('note', { title: '', body })).toEqual([{ field: 'body', weight: 2, text: 'One line\ntwo' }]);
  });

  it('reads who it comes from, and says little by it', () => {
    expect(read('note', { title: 'x', safeguards: { originator: 'Europol' } })).toContainEqual({ field: 'safeguards.originator', weight: 1, text: 'Europol' });
  });

  it('never reads the marks of protected names', () => {
    expect(read('protection', { codeName: 'Heron', marks: [{ key: 'a', order: 'a0', salt: 'h'.repeat(22), mark: 7, alone: false }] }).map(({ text }) => text)).toEqual(['Heron']);
  });

  it.each(recordKinds)('%s: something can be found by what it is called', (kind) => {
    const [first] = kinds[kind].named;
    const required = kind === 'relation' ? { from: 'one', to: 'two' } : {};
    const all = Object.fromEntries(kinds[kind].named.filter((name) => !['body', 'type'].includes(name)).map((name) => [name, 'Kanarinac']));
    expect([first, read(kind, { ...required, ...all }).some(({ text, weight }) => text === 'Kanarinac' && weight === 8)]).toEqual([first, true]);
  });
});
