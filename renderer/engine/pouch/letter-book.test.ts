import { describe, expect, test } from 'vitest';
import type { CompartmentId, DeviceId, LetterHash, ParcelId, RecordId } from '../../../core/ids.ts';
import type { LetterRecord, LetterStore } from '../pouch-seam/pouch-ground.ts';
import { createLetterBook } from './letter-book.ts';

const compartment = 'compartment' as CompartmentId;
const [mine, theirs] = ['mine' as DeviceId, 'theirs' as DeviceId];

function aLetter(device: DeviceId, number: number, changed: Partial<LetterRecord> = {}): LetterRecord {
  const hash = `${device}-${number}` as LetterHash;
  return { compartment, device, number, hash, previous: null, seen: {}, record: 'r' as RecordId, changes: [], parcel: 'p' as ParcelId, ...changed };
}

function aBook(kept: readonly LetterRecord[] = []): { book: ReturnType<typeof createLetterBook>; read: () => number } {
  let read = 0;
  const letters: Pick<LetterStore, 'ofCompartment'> = {
    ofCompartment: async (id) => {
      read += 1;
      return kept.filter((one) => one.compartment === id);
    },
  };
  return { book: createLetterBook(letters as LetterStore, mine), read: () => read };
}

describe('the letter book', () => {
  test('tells new from known letters, and a second one under a number', async () => {
    const { book } = aBook([aLetter(theirs, 1)]);
    expect(await book.note(aLetter(theirs, 1))).toBe('known');
    expect(await book.note(aLetter(theirs, 2))).toBe('new');
    expect(await book.note(aLetter(theirs, 2))).toBe('known');
    expect(await book.note(aLetter(theirs, 2, { hash: 'other' as LetterHash }))).toBe('fork');
    expect(await book.note(aLetter(theirs, 2, { hash: 'other' as LetterHash }))).toBe('known');
  });

  test('knows this device’s last letter, in whatever order they came', async () => {
    const { book } = aBook([aLetter(mine, 2), aLetter(mine, 1)]);
    expect(await book.lastOwn(compartment)).toEqual({ number: 2, hash: 'mine-2' });
    expect(await book.lastOwn('other' as CompartmentId)).toBeNull();
  });

  test('names others’ heads once, and again when they have moved', async () => {
    const { book } = aBook([aLetter(theirs, 1), aLetter(theirs, 3)]);
    const heads = await book.untold(compartment);
    expect(heads).toEqual({ theirs: { number: 3, hash: 'theirs-3' } });
    await book.note(aLetter(mine, 1, { seen: heads }));
    expect(await book.untold(compartment)).toEqual({});
    await book.note(aLetter(theirs, 4));
    expect(await book.untold(compartment)).toEqual({ theirs: { number: 4, hash: 'theirs-4' } });
  });

  test('reads a compartment once, and anew after it was forgotten', async () => {
    const { book, read } = aBook([aLetter(theirs, 1)]);
    await book.note(aLetter(theirs, 2));
    await book.lastOwn(compartment);
    expect(read()).toBe(1);
    book.forget(compartment);
    expect(await book.note(aLetter(theirs, 2))).toBe('new');
    expect(read()).toBe(2);
  });
});
