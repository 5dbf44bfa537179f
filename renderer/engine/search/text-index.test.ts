import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../../core/ids.ts';
import type { TermBlock } from './document-terms.ts';
import { Segment } from './segment.ts';
import { TextIndex } from './text-index.ts';

const words = (text: string): TermBlock => ({ weight: 2, terms: text.split(' ').filter((word) => word !== '') });
const record = (name: string) => name as RecordId;

function withPhrase(index: TextIndex, text: string): readonly string[] {
  const sets = text.split(' ').map((word) => new Set([index.vocabulary.exactly(word) ?? -1]));
  const stands = index.phraseFinder(sets);
  return Array.from({ length: index.span }, (_, number) => number).flatMap((number) => (stands(number) ? [index.recordOf(number) ?? ''] : []));
}

function withWord(index: TextIndex, word: string): readonly string[] {
  const found: string[] = [];
  index.eachWith(index.vocabulary.exactly(word) ?? -1, (number) => found.push(index.recordOf(number) ?? ''));
  return found;
}

describe('a phrase', () => {
  it('stands in one text, in order and without anything between', () => {
    const index = new TextIndex();
    index.put(record('a'), 1, [words('joint action day')]);
    index.put(record('b'), 1, [words('action joint day')]);
    index.put(record('c'), 1, [words('a joint'), words('action')]);
    expect([withPhrase(index, 'joint action'), withPhrase(index, 'joint joint'), withPhrase(index, 'day')]).toEqual([['a'], [], ['a', 'b']]);
  });

  it('is found wherever a text has it, and nowhere else', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }), (texts, phrase) => {
        const index = new TextIndex();
        index.put(record('x'), 1, texts.map(words));
        const asked = phrase.join(' ');
        expect(withPhrase(index, asked)).toEqual(texts.some((one) => ` ${one} `.includes(` ${asked} `)) ? ['x'] : []);
      }),
    );
  });
});

describe('records come and go', () => {
  it('one that is indexed anew is found by its new words only', () => {
    const index = new TextIndex();
    index.put(record('a'), 1, [words('old')]);
    index.put(record('a'), 2, [words('new')]);
    expect([withWord(index, 'old'), withWord(index, 'new'), index.size, index.versionOf(record('a'))]).toEqual([[], ['a'], 1, 2]);
    index.remove(record('a'));
    expect([withWord(index, 'new'), index.size]).toEqual([[], 0]);
  });

  it('what few are left of move together, and are found as before', () => {
    const index = new TextIndex();
    for (let at = 0; at < 1100; at += 1) index.put(record(`r${String(at)}`), 1, [words(`word common`)]);
    for (let at = 3; at < 1024; at += 1) index.remove(record(`r${String(at)}`));
    index.gather();
    expect([index.segments.length, withWord(index, 'common').length, withPhrase(index, 'word common').length]).toEqual([1, 79, 79]);
  });
});

describe('a segment as bytes', () => {
  it('is read as it was written, without the words of records that went', () => {
    const index = new TextIndex();
    index.put(record('a'), 7, [words('ђорђевић djordjevic'), { weight: 8, terms: ['#bg123ab'] }]);
    index.put(record('b'), 8, [words('secretword')]);
    index.remove(record('b'));
    const bytes = index.segments[0]?.toBytes() ?? new Uint8Array();
    expect(new TextDecoder().decode(bytes)).not.toContain('secretword');
    const again = new TextIndex();
    const segment = Segment.fromBytes(bytes, again.vocabulary, () => true);
    if (segment === null) throw new Error('it was written here');
    again.adopt(segment);
    expect([withWord(again, '#bg123ab'), withPhrase(again, 'ђорђевић djordjevic'), again.versionOf(record('a'))]).toEqual([['a'], ['a'], 7]);
  });

  it('of something else is no segment, whatever the bytes', () => {
    const index = new TextIndex();
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(Segment.fromBytes(bytes, index.vocabulary, () => true)).toBeNull();
    }));
  });

  it('a record of another version is left out, and the segment is to be written anew', () => {
    const index = new TextIndex();
    index.put(record('a'), 1, [words('one')]);
    index.put(record('b'), 1, [words('two')]);
    const again = new TextIndex();
    const segment = Segment.fromBytes(index.segments[0]?.toBytes() ?? new Uint8Array(), again.vocabulary, (one) => one === 'b');
    expect([[...(segment?.records ?? [])], segment?.dirty]).toEqual([['b'], true]);
  });
});
