import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { Day, RecordId } from '../../../core/ids.ts';
import type { RemovalOrder } from '../../../core/organisation/removal-order.ts';
import { exchange, Field, sensitive } from '../../../test/office/exchanging.ts';
import { trafficking } from '../../../test/office/groups.ts';
import type { Laptop } from '../../../test/office/laptop.ts';

let field: Field;
let ana: Laptop;
let ben: Laptop;
beforeEach(async () => {
  field = await Field.open();
  ana = await field.member('Ana');
  ben = await field.member('Ben');
});
afterEach(() => field.close());

/** The secretariat orders that a record goes, without knowing of a hold: all its changes as Ana has them. */
async function order(record: RecordId, parts: Partial<RemovalOrder> = {}): Promise<RemovalOrder> {
  const changes = (await ana.engine.notebook.history(record)).map((one) => one.change).toSorted();
  const made: RemovalOrder = { id: randomId<string>(), kind: 'erasure', compartment: field.compartment(sensitive).id, record, changes, ground: 'Decision 14/2026', at: Date.now(), ...parts };
  await field.office.enter({ type: 'removal', order: made });
  return made;
}

const arrivals = (laptop: Laptop) => laptop.engine.pouch.arrivals();

describe('a record on legal hold', () => {
  const hold = { ground: 'Court order Kv 3/26', on: '2026-01-05' as Day, by: 'Ana', until: null };
  const subjects = async (laptop: Laptop) => (await laptop.engine.notebook.list('subject')).map((row) => row.title);

  async function sharedSubject(value: object): Promise<RecordId> {
    const saved = await ana.engine.notebook.save({ kind: 'subject', value: { name: 'A witness', jwg: trafficking, ...value }, level: sensitive });
    if (!saved.ok) throw new Error(saved.failure.code);
    await exchange(ana);
    await exchange(ben);
    return saved.value.record;
  }

  async function changes(laptop: Laptop, record: RecordId, value: object): Promise<void> {
    const seen = await laptop.engine.notebook.open('subject', record);
    if (!seen.ok) throw new Error(seen.failure.code);
    const saved = await laptop.engine.notebook.save({ kind: 'subject', record, value: { ...seen.value.value, ...value }, level: sensitive, heads: seen.value.heads });
    if (!saved.ok) throw new Error(saved.failure.code);
  }

  test('is not erased by order: the order is shown as held back, a receipt says so, and it is followed when the hold is lifted', async () => {
    const record = await sharedSubject({ hold });
    const made = await order(record);
    await exchange(ben);
    expect(await subjects(ben)).toEqual(['A witness']);
    expect(await arrivals(ben)).toMatchObject({ removed: [], heldBack: [{ order: made.id, record, title: 'A witness', ground: 'Decision 14/2026', hold, receipt: 'delivered' }] });
    expect((await field.office.receipts()).map((one) => one.done)).toEqual(['held-back']);
    await exchange(ben);
    expect(await field.office.receipts()).toHaveLength(1);
    await changes(ben, record, { hold: null });
    await exchange(ben);
    expect((await ben.engine.notebook.history(record)).filter((one) => one.erased)).toHaveLength(made.changes.length);
    expect(await arrivals(ben)).toMatchObject({ heldBack: [], removed: [{ order: made.id, receipt: 'delivered' }] });
    expect((await field.office.receipts()).map((one) => one.done).toSorted()).toEqual(['erased', 'held-back']);
  });

  test('goes whole out of the outbox of the laptop that put it on hold before the order came', async () => {
    const record = await sharedSubject({});
    await changes(ana, record, { hold, description: 'What the court wants kept' });
    await field.office.faults({ on: 'POST _bulk_docs', times: 9, kind: 'answer', status: 500, body: {} });
    await ana.engine.pouch.exchange();
    await field.office.clearFaults();
    await order(record);
    expect(await exchange(ana)).toMatchObject({ delivered: 1, unconfirmed: 0 });
    const seen = await ana.engine.notebook.open('subject', record);
    expect(seen.ok && [seen.value.title, seen.value.value.description]).toEqual(['A witness', 'What the court wants kept']);
    expect((await field.office.receipts()).map((one) => one.done)).toEqual(['held-back']);
  });

  test('goes on to a higher level by order all the same', async () => {
    const record = await sharedSubject({ hold });
    await order(record, { kind: 'raised' });
    await exchange(ben);
    expect(await subjects(ben)).toEqual([]);
  });
});
