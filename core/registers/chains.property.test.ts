import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady, newSignPair, randomId, toBase64Url } from '../crypto/sodium.ts';
import type { SignPair } from '../crypto/keys.ts';
import type { ChainId, DeviceId } from '../ids.ts';
import { signCheckpoint, signHead } from './chain-marks.ts';
import { beginning, continueChain, type ChainName, type Entry } from './entry.ts';
import { dueOf } from './retention.ts';
import { flawsOf, uniteChains, type WholeChain } from './unite-chains.ts';

const now = Date.UTC(2026, 10, 24, 12);
const day = 24 * 3600_000;
const everybody = () => true;

let keys: SignPair;
let name: ChainName;
beforeAll(async () => {
  await cryptoReady;
  keys = newSignPair();
  name = { register: 'transfers', device: toBase64Url(keys.publicKey) as DeviceId, chain: randomId<ChainId>() };
});

/** A chain of so many entries, one a day, the last one today. */
function aChain(length: number, chain: ChainName = name): WholeChain {
  const entries: Entry[] = [];
  let end = beginning;
  for (let at = 0; at < length; at += 1) {
    const step = continueChain(chain, end, [{ what: `entry ${String(at)}` }], now - (length - 1 - at) * day);
    entries.push(...step.entries);
    end = step.end;
  }
  return { name: chain, head: length === 0 ? null : signHead(chain, end, now, keys.secretKey), checkpoint: null, entries };
}

/** The chain without its first entries, and the checkpoint for them, as a laptop makes it. */
function pruned(chain: WholeChain, count: number, newest: number, at = now): WholeChain {
  const dropped = chain.entries.slice(0, count);
  const last = dropped.at(-1);
  const follower = chain.entries[count];
  if (last === undefined || follower?.previous === undefined || follower.previous === null) throw new Error('something is dropped and something stays');
  const checkpoint = signCheckpoint(chain.name, { number: last.number, hash: follower.previous, newest, at, by: chain.name.device }, keys.secretKey);
  return { ...chain, checkpoint, entries: chain.entries.slice(count) };
}

const length = fc.integer({ min: 2, max: 30 });
const place = fc.nat();

describe('a chain', () => {
  test('is whole as it was written, empty too', () => {
    fc.assert(fc.property(fc.nat(30), (count) => {
      expect(flawsOf(aChain(count), everybody)).toEqual([]);
    }));
  });

  test('shows exactly which entries were removed, at the end too', () => {
    fc.assert(fc.property(length, fc.array(place, { minLength: 1 }), (count, places) => {
      const chain = aChain(count);
      const gone = new Set(places.map((one) => (one % count) + 1));
      const flaws = flawsOf({ ...chain, entries: chain.entries.filter((one) => !gone.has(one.number)) }, everybody);
      const missing = flaws.flatMap((flaw) => (flaw.what === 'missing' ? Array.from({ length: flaw.to - flaw.from + 1 }, (_, index) => flaw.from + index) : []));
      expect(missing).toEqual([...gone].toSorted((one, other) => one - other));
      expect(flaws.every((flaw) => flaw.what === 'missing')).toBe(true);
    }));
  });

  test('shows where an entry was altered: its content, its time or its link', () => {
    fc.assert(fc.property(length, place, fc.constantFrom<'content' | 'at' | 'previous'>('content', 'at', 'previous'), (count, where, what) => {
      const chain = aChain(count);
      const index = where % count;
      const other = { content: { what: 'something else' }, at: 1, previous: 'f'.repeat(64) as Entry['previous'] };
      const entries = chain.entries.map((one, at) => (at === index ? { ...one, [what]: other[what] } : one));
      const numbers = flawsOf({ ...chain, entries }, everybody).map((flaw) => (flaw.what === 'altered' ? flaw.number : 0));
      expect(numbers).toContain(index + 1 === 1 || what !== 'previous' ? index + 1 : index);
    }));
  });

  test('shows that entries changed places, with their numbers or without', () => {
    fc.assert(fc.property(length, place, place, fc.boolean(), (count, one, other, renumbered) => {
      const [first, second] = [one % count, other % count];
      fc.pre(first !== second);
      const chain = aChain(count);
      const entries = [...chain.entries];
      const [a, b] = [entries[first], entries[second]];
      if (a === undefined || b === undefined) throw new Error('both are there');
      entries[first] = renumbered ? { ...b, number: a.number } : b;
      entries[second] = renumbered ? { ...a, number: b.number } : a;
      expect(flawsOf({ ...chain, entries }, everybody)).not.toEqual([]);
    }));
  });

  test('shows what was put in, in the middle or behind the head', () => {
    fc.assert(fc.property(length, place, fc.boolean(), (count, where, linked) => {
      const chain = aChain(count);
      const number = (where % (count + 1)) + 1;
      const follower = chain.entries.find((one) => one.number === number);
      const added: Entry = { number, previous: linked ? (follower?.previous ?? null) : null, at: now, content: { what: 'was never there' } };
      const entries = [...chain.entries, added].toSorted((one, other) => one.number - other.number);
      const flaws = flawsOf({ ...chain, entries }, everybody);
      expect(flaws.some((flaw) => flaw.what === (number > count ? 'added' : 'rivals'))).toBe(true);
    }));
  });

  test('shows a head that is gone, is another chain’s, or was put back from earlier', () => {
    const chain = aChain(5);
    expect(flawsOf({ ...chain, head: null }, everybody)).toEqual([{ what: 'no-head' }]);
    const other = aChain(5, { ...name, chain: randomId<ChainId>() });
    expect(flawsOf({ ...chain, head: other.head }, everybody)).toEqual([{ what: 'no-head' }]);
    expect(flawsOf({ ...chain, head: aChain(3).head }, everybody)).toEqual([{ what: 'added', from: 4, to: 5 }]);
    expect(flawsOf({ ...chain, head: { ...(chain.head ?? { statement: '', signature: '' }), signature: 'A'.repeat(86) } }, everybody)).toEqual([{ what: 'no-head' }]);
  });
});

describe('three years', () => {
  const old = (count: number) => {
    const chain = aChain(count);
    const shift = 3 * 366 * day;
    return chain.entries.map((one) => ({ ...one, at: one.at - shift }));
  };

  test('what is due is always a beginning, and nothing younger than three years is in it', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: now - 2000 * day, max: now + 400 * day }), { maxLength: 40 }), (times) => {
      const entries = times.map((at, index) => ({ number: index + 1, at }));
      const due = dueOf(entries, now);
      for (const { number, at } of entries) if (due !== null && number <= due.number) expect(at < Date.UTC(2023, 10, 24, 12) || at > now).toBe(true);
      const first = due === null ? entries.find((one) => one.at <= now) : entries.find((one) => one.number > due.number && one.at <= now);
      if (first !== undefined) expect(first.at).toBeGreaterThanOrEqual(Date.UTC(2023, 10, 24, 12));
    }));
  });

  test('the rest verifies after any number of them was dropped, and shows what is removed from it then', () => {
    fc.assert(fc.property(length, place, place, (count, cut, hole) => {
      const chain = aChain(count);
      const kept = pruned(chain, (cut % (count - 1)) + 1, now - 1200 * day);
      expect(flawsOf(kept, everybody)).toEqual([]);
      const at = hole % kept.entries.length;
      expect(flawsOf({ ...kept, entries: kept.entries.filter((_, index) => index !== at) }, everybody)).not.toEqual([]);
    }));
  });

  test('a checkpoint that dropped younger entries, or that nobody of ours signed, shows', () => {
    const chain = aChain(6);
    expect(flawsOf(pruned(chain, 2, now - 1000 * day), everybody)).toEqual([{ what: 'false-start' }]);
    expect(flawsOf(pruned(chain, 2, now - 1200 * day), () => false)).toContainEqual({ what: 'false-start' });
    expect(dueOf(old(4), now)?.number).toBe(4);
  });
});

describe('two copies of a chain', () => {
  /** A copy that lost some entries and knows the head of some moment. */
  const aCopy = fc.record({ upTo: fc.nat(), without: fc.array(fc.nat(), { maxLength: 6 }), dropped: fc.nat() });

  function copyOf(chain: WholeChain, { upTo, without, dropped }: { upTo: number; without: readonly number[]; dropped: number }): WholeChain {
    const count = (upTo % chain.entries.length) + 1;
    const shorter = { ...aChain(count), entries: chain.entries.slice(0, count), head: headAt(chain, count) };
    const cut = dropped % count;
    const start = cut === 0 ? shorter : pruned(shorter, cut, now - 1200 * day);
    const gone = new Set(without.map((one) => (one % count) + 1));
    return { ...start, entries: start.entries.filter((one) => !gone.has(one.number)) };
  }

  function headAt(chain: WholeChain, count: number) {
    const follower = chain.entries[count];
    if (follower === undefined) return chain.head;
    return signHead(name, { number: count, hash: follower.previous }, now, keys.secretKey);
  }

  test('unite to the same in either order, and uniting again adds nothing', () => {
    fc.assert(fc.property(length, aCopy, aCopy, (count, one, other) => {
      const chain = aChain(count);
      const [a, b] = [copyOf(chain, one), copyOf(chain, other)];
      const united = uniteChains(a, b, everybody);
      expect(uniteChains(b, a, everybody)).toEqual(united);
      expect(uniteChains(united, b, everybody)).toEqual(united);
      expect(uniteChains(a, united, everybody)).toEqual(united);
    }));
  });

  test('an old copy takes nothing away from the whole one, and what was dropped for its age does not come back', () => {
    fc.assert(fc.property(length, aCopy, (count, one) => {
      const chain = aChain(count);
      expect(flawsOf(uniteChains(chain, copyOf(chain, { ...one, dropped: 0 }), everybody), everybody)).toEqual([]);
      const cut = (one.dropped % (count - 1)) + 1;
      const kept = pruned(chain, cut, now - 1200 * day);
      expect(uniteChains(kept, chain, everybody).entries).toEqual(kept.entries);
    }));
  });

  test('that both went on show it', () => {
    const chain = aChain(3);
    const last = chain.entries.at(-1);
    const rival = continueChain(name, { number: 2, hash: last?.previous ?? null }, [{ what: 'written by the other copy' }], now);
    const other = { ...chain, entries: [...chain.entries.slice(0, 2), ...rival.entries], head: signHead(name, rival.end, now, keys.secretKey) };
    const united = uniteChains(chain, other, everybody);
    expect(united.entries).toHaveLength(4);
    expect(flawsOf(united, everybody)).toEqual([{ what: 'rivals', number: 3 }]);
  });
});
