import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyOfNotebook } from '../office/copies.ts';
import { exchange, Field, rewrites, titles, writes } from '../office/exchanging.ts';
import { aLaptop, passphrase, type Laptop } from '../office/laptop.ts';

const year = 365 * 24 * 60 * 60 * 1000;

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

/** A member whose clock is wrong by as much as the test says. */
async function withClock(name: string): Promise<{ readonly laptop: Laptop; set(by: number): void }> {
  let wrong = 0;
  const laptop = await field.member(name, {}, { now: () => Date.now() + wrong });
  return { laptop, set: (by) => (wrong = by) };
}

async function everybodyExchanges(...laptops: readonly Laptop[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const laptop of laptops) await exchange(laptop);
}

describe('a clock that is wrong by years', () => {
  test('ahead: what was written arrives, and does not win over what was written after it', async () => {
    const ana = await withClock('Ana');
    const ben = await field.member('Ben');
    ana.set(5 * year);
    const record = await writes(ana.laptop, 'From the future');
    // To that clock the profile has ended: the note stays, and goes when the clock is right.
    const report = await ana.laptop.engine.pouch.exchange();
    if (report.ok) expect(report.value).toMatchObject({ delivered: 0, held: 1 });
    ana.set(0);
    await exchange(ana.laptop);
    await exchange(ben);
    expect(await titles(ben)).toEqual(['From the future']);
    await rewrites(ben, record, 'Written after it');
    await everybodyExchanges(ben, ana.laptop);
    expect(await titles(ana.laptop)).toEqual(['Written after it']);
    expect(await titles(ben)).toEqual(['Written after it']);
  });

  test('backwards between two edits: both are there, the later one shows, everywhere', async () => {
    const ana = await withClock('Ana');
    const ben = await field.member('Ben');
    ana.set(year);
    const record = await writes(ana.laptop, 'First');
    ana.set(-3 * year);
    await rewrites(ana.laptop, record, 'Second, years before the first');
    ana.set(0);
    await everybodyExchanges(ana.laptop, ben);
    for (const laptop of [ana.laptop, ben]) {
      expect(await titles(laptop)).toEqual(['Second, years before the first']);
      expect(await laptop.engine.notebook.history(record)).toHaveLength(2);
    }
  });

  test('behind the beginning of the membership: everything stays, with its reason, and goes when the clock is right', async () => {
    const ana = await withClock('Ana');
    const ben = await field.member('Ben');
    ana.set(-5 * year);
    await writes(ana.laptop, 'Written in the past');
    const report = await ana.laptop.engine.pouch.exchange();
    if (report.ok) expect(report.value).toMatchObject({ delivered: 0, held: 1 });
    ana.set(0);
    await everybodyExchanges(ana.laptop, ben);
    expect(await titles(ben)).toEqual(['Written in the past']);
  });
});

describe('two laptops out of one notebook', () => {
  test('letters of one number are an alarm, and nothing of either is lost', async () => {
    const ana = await field.member('Ana');
    const ben = await field.member('Ben');
    await writes(ana, 'Before the copy');
    await exchange(ana);
    const copied = await copyOfNotebook(ana.name);
    const twin = aLaptop(field.office, undefined, { name: copied, pouches: 'twin-' });
    const unlocked = await twin.engine.vault.unlock(passphrase);
    expect(unlocked.ok).toBe(true);
    await writes(ana, 'On the first');
    await writes(twin, 'On the second');
    await exchange(ana);
    await exchange(twin);
    const report = await exchange(ben);
    expect(report).toMatchObject({ received: 3, refused: [{ why: 'fork', count: 1 }] });
    expect(await titles(ben)).toEqual(['Before the copy', 'On the first', 'On the second']);
    await everybodyExchanges(ana, twin, ben);
    for (const laptop of [ana, twin]) expect(await titles(laptop)).toEqual(['Before the copy', 'On the first', 'On the second']);
    await twin.engine.end();
  });
});
