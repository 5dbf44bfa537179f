import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeviceId, LetterHash } from '../ids.ts';
import { examineChains, type ChainLink } from './letter-chain.ts';

const ana = 'ana' as DeviceId;
const ben = 'ben' as DeviceId;
const hash = (device: string, number: number, copy = '') => `${device}-${number}${copy}` as LetterHash;

function aLink(device: DeviceId, number: number, changes: Partial<ChainLink> = {}): ChainLink {
  return { device, number, hash: hash(device, number), previous: number === 1 ? null : hash(device, number - 1), seen: {}, ...changes };
}

function chain(device: DeviceId, length: number): ChainLink[] {
  return Array.from({ length }, (_, index) => aLink(device, index + 1));
}

const nothing = { gaps: [], forks: [], brokenLinks: [], withheld: [] };

test('whole chains show nothing, in any order and however often given', () => {
  fc.assert(fc.property(fc.nat(8), fc.nat(8), fc.infiniteStream(fc.boolean()), (long, short, twice) => {
    const links = [...chain(ana, long), ...chain(ben, short)];
    const given = links.flatMap((one) => (twice.next().value === true ? [one, one] : [one])).toReversed();
    expect(examineChains(given)).toEqual(nothing);
  }));
});

test('exactly the missing numbers are gaps', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 30 }), fc.func(fc.boolean()), (length, drops) => {
    const links = chain(ana, length);
    const kept = links.filter((one) => one.number === length || !drops(one.number));
    const missing = examineChains(kept).gaps.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
    expect(missing).toEqual(links.filter((one) => !kept.includes(one)).map((one) => one.number));
  }));
});

test('two letters with one number are a fork, and what follows either of them continues', () => {
  const copy = aLink(ana, 2, { hash: hash(ana, 2, 'b') });
  const found = examineChains([...chain(ana, 3), copy]);
  expect(found.forks).toEqual([{ device: ana, number: 2, hashes: [hash(ana, 2), hash(ana, 2, 'b')] }]);
  expect(found.brokenLinks).toEqual([]);
});

test('a letter that follows one that is not here under that number is a broken link', () => {
  const found = examineChains([aLink(ana, 1), aLink(ana, 2, { previous: hash(ana, 1, 'other') })]);
  expect(found.brokenLinks).toEqual([{ device: ana, number: 2 }]);
});

test('a letter that another device has seen and that is not here is late or withheld', () => {
  const seen = aLink(ben, 1, { seen: { [ana]: { number: 3, hash: hash(ana, 3) } } });
  expect(examineChains([...chain(ana, 2), seen]).withheld).toEqual([{ device: ana, number: 3, hash: hash(ana, 3), seenBy: ben }]);
  expect(examineChains([...chain(ana, 3), seen])).toEqual(nothing);
});

test('another letter seen under a number that is here shows a second history', () => {
  const seen = aLink(ben, 1, { seen: { [ana]: { number: 2, hash: hash(ana, 2, 'b') } } });
  expect(examineChains([...chain(ana, 3), seen]).withheld).toHaveLength(1);
});
