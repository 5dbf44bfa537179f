import { describe, expect, test } from 'vitest';
import { aNote, anOpenEngine, codeOf, good, passphrase, sensitive } from '../../../test/builders/engines.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';

/** Carries everything that one laptop knows of a record to another, as the pouch would. */
async function carry(from: PouchGround, to: PouchGround, record: RecordId): ReturnType<PouchGround['ledger']['storeArrived']> {
  const changes = [...(await from.ledger.history(record)).values()];
  return to.ledger.storeArrived({ changes, letters: [] });
}

/** The second one's clock is a minute ahead, so that its writing is the later one. */
async function twoLaptops(): Promise<[Awaited<ReturnType<typeof anOpenEngine>>, Awaited<ReturnType<typeof anOpenEngine>>]> {
  return [await anOpenEngine(), await anOpenEngine({ now: () => Date.now() + 60_000 })];
}

describe('two laptops', () => {
  test('that edit one field have a conflict, which a person settles', async () => {
    const [one, two] = await twoLaptops();
    const saved = await aNote(one.engine, 'plan');
    good(await carry(one.ground(), two.ground(), saved.record));
    good(await one.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'plan A' }, level: sensitive }));
    good(await two.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'plan B' }, level: sensitive }));
    const arrival = good(await carry(two.ground(), one.ground(), saved.record));
    expect(arrival).toEqual({ added: 1, records: [saved.record], conflicts: [saved.record] });
    good(await carry(one.ground(), two.ground(), saved.record));
    const view = good(await one.engine.notebook.open('note', saved.record));
    expect(view).toMatchObject({ title: 'plan B', conflicts: 1 });
    expect(view.fieldConflicts).toMatchObject([{ field: 'title', shown: { value: 'plan B' }, rivals: [{ value: 'plan A', author: 'Ana Perić' }] }]);
    expect((await one.engine.notebook.today()).conflicts).toHaveLength(1);
    const { record, heads, value } = view;
    good(await one.engine.notebook.save({ kind: 'note', record, heads, value: { ...value, place: 'Bar' }, level: sensitive }));
    expect(good(await one.engine.notebook.open('note', saved.record)).conflicts).toBe(1);
    expect(codeOf(await one.engine.notebook.settle(saved.record, 'title', 7))).toBe('not-valid');
    good(await one.engine.notebook.settle(saved.record, 'title', 'plan A'));
    expect(good(await one.engine.notebook.open('note', saved.record))).toMatchObject({ title: 'plan A', conflicts: 0 });
    good(await carry(one.ground(), two.ground(), saved.record));
    expect(good(await two.engine.notebook.open('note', saved.record))).toMatchObject({ title: 'plan A', conflicts: 0 });
    await one.engine.end();
    await two.engine.end();
  });

  test('a save does not overwrite what its author had not seen', async () => {
    const [one, two] = await twoLaptops();
    const saved = await aNote(one.engine, 'plan');
    good(await carry(one.ground(), two.ground(), saved.record));
    good(await two.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'theirs' }, level: sensitive }));
    good(await carry(two.ground(), one.ground(), saved.record));
    // The form was opened before the other's change arrived.
    good(await one.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'mine' }, level: sensitive }));
    expect(good(await one.engine.notebook.open('note', saved.record))).toMatchObject({ conflicts: 1, heads: { length: 2 } });
    await one.engine.end();
    await two.engine.end();
  });

  test('that write different fields have none', async () => {
    const [one, two] = await twoLaptops();
    const saved = await aNote(one.engine, 'plan');
    good(await carry(one.ground(), two.ground(), saved.record));
    good(await one.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'plan', place: 'Bar' }, level: sensitive }));
    good(await two.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'other' }, level: sensitive }));
    expect(good(await carry(two.ground(), one.ground(), saved.record)).conflicts).toEqual([]);
    expect(good(await one.engine.notebook.open('note', saved.record))).toMatchObject({ value: { title: 'other', place: 'Bar' }, conflicts: 0 });
    await one.engine.end();
    await two.engine.end();
  });

  test('what arrives while a record is being opened is in what is opened next', async () => {
    const [one, two] = await twoLaptops();
    const saved = await aNote(one.engine, 'plan');
    good(await carry(one.ground(), two.ground(), saved.record));
    await two.engine.vault.lock();
    good(await two.engine.vault.unlock(passphrase));
    good(await one.engine.notebook.save({ kind: 'note', ...saved, value: { title: 'plan A' }, level: sensitive }));
    // Opening reads the store while the arrival writes into it, in every order that the two can meet in.
    const opening = Array.from({ length: 5 }, () => two.engine.notebook.open('note', saved.record));
    const arriving = carry(one.ground(), two.ground(), saved.record);
    await Promise.all([...opening, arriving]);
    expect(good(await two.engine.notebook.open('note', saved.record)).title).toBe('plan A');
    expect((await two.ground().ledger.history(saved.record)).size).toBe(2);
    await one.engine.end();
    await two.engine.end();
  });

  test('arriving twice changes nothing, and what arrived is not unsent', async () => {
    const [one, two] = await twoLaptops();
    const saved = await aNote(one.engine, 'plan');
    const events: string[] = [];
    // The index may be ready at any time; it is no news of a record.
    two.engine.subscribe((event) => event.type !== 'search' && events.push(event.type));
    expect(good(await carry(one.ground(), two.ground(), saved.record)).added).toBe(1);
    expect(good(await carry(one.ground(), two.ground(), saved.record)).added).toBe(0);
    expect(events).toEqual(['records']);
    expect(two.ground().ledger.unsentCount()).toBe(0);
    expect(one.ground().ledger.unsentCount()).toBe(1);
    await one.engine.end();
    await two.engine.end();
  });
});
