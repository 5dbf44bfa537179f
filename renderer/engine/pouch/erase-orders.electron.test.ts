import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonToBytes } from '../../../core/crypto/canonical.ts';
import type { SignSecretKey } from '../../../core/crypto/keys.ts';
import { newSignPair, randomId } from '../../../core/crypto/sodium.ts';
import type { DeviceId } from '../../../core/ids.ts';
import { ordersDatabaseOf, writeEraseOrder, type EraseOrderDocument } from '../../../core/organisation/erase-order.ts';
import { verifyProfile } from '../../../core/organisation/verify-profile.ts';
import { exchange, Field, restricted, sensitive, titles, writes } from '../../../test/office/exchanging.ts';
import { passphrase, type Laptop } from '../../../test/office/laptop.ts';

let field: Field;
let ana: Laptop;
let ben: Laptop;
let erased: boolean[];
beforeEach(async () => {
  field = await Field.open();
  ana = await field.member('Ana');
  ben = await field.member('Ben');
  erased = [];
  ben.engine.subscribe((event) => {
    if (event.type === 'erased') erased.push(event.all);
  });
});
afterEach(() => field.close());

const deviceOf = async (laptop: Laptop): Promise<DeviceId> => (await laptop.engine.vault.me()).device;
const namesNow = async () => (await indexedDB.databases()).map(({ name }) => name);

/** An exchange in which an order is found: it ends there, and the answer says no more than that. */
async function meets(laptop: Laptop): Promise<void> {
  const before = erased.length;
  expect(await laptop.engine.pouch.exchange()).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  // It is told when it is over; asking the vault would make a new, empty store in its place.
  await expect.poll(() => erased.length, { timeout: 20_000 }).toBe(before + 1);
}

async function shared(title: string, level = sensitive): Promise<void> {
  await writes(ana, title, level);
  await exchange(ana);
  await exchange(ben);
}

function ordersDatabase(): string {
  const profile = verifyProfile(field.office.profile, { now: Date.now() });
  if (!profile.ok) throw new Error(profile.failure.code);
  return ordersDatabaseOf(profile.value.directoryDatabase);
}

const put = (document: EraseOrderDocument) => field.office.admin('PUT', `/${ordersDatabase()}/${document._id}`, document);

describe('an order to erase everything', () => {
  test('is found by a laptop whose account is cut off, is answered first, and leaves nothing', async () => {
    await shared('The name of a witness');
    await writes(ben, 'Never delivered');
    const device = await deviceOf(ben);
    await field.office.cutOff(device);
    await field.office.orderErasure(device, null);
    await meets(ben);
    expect(erased).toEqual([true]);
    expect(await namesNow()).not.toContain(ben.name);
    expect(await field.office.receipts()).toMatchObject([{ device, done: 'erased', erased: { records: 2, drafts: 0, undelivered: 1 } }]);
    expect(await titles(ana)).toEqual(['The name of a witness']);
  });

  test('is carried out although the server takes no receipt', async () => {
    await field.office.orderErasure(await deviceOf(ben), null);
    await field.office.faults({ on: 'POST _bulk_docs', times: 9, kind: 'answer', status: 503, body: {} });
    await meets(ben);
    await field.office.clearFaults();
    expect(await namesNow()).not.toContain(ben.name);
    expect(await field.office.receipts()).toEqual([]);
  });

  test('a refusal of the account by itself erases nothing', async () => {
    await shared('Stays');
    await field.office.cutOff(await deviceOf(ben));
    // 401 or 403: the servers differ.
    expect((await exchange(ben)).failure?.code).toMatch(/^(server-refused|session-expired)$/);
    expect(await titles(ben)).toEqual(['Stays']);
  });
});

describe('an order to erase compartments', () => {
  test('takes those, once; the laptop goes on with the rest and says so', async () => {
    await shared('Goes');
    await shared('Stays', restricted);
    await field.office.orderErasure(await deviceOf(ben), [field.compartment(sensitive).id]);
    await meets(ben);
    expect(erased).toEqual([false]);
    expect((await ben.engine.vault.state()).state).toBe('locked');
    await ben.engine.vault.unlock(passphrase);
    expect(await titles(ben)).toEqual(['Stays']);
    expect((await ben.engine.pouch.arrivals()).erased).toMatchObject([{ records: 1, drafts: 0, receipt: 'delivered' }]);
    expect(await field.office.receipts()).toMatchObject([{ done: 'erased', erased: { records: 1 } }]);
    // The document stays where it is: it is no order any more. What is granted comes again.
    expect(await exchange(ben)).toMatchObject({ failure: null, refused: [] });
    expect(await titles(ben)).toEqual(['Goes', 'Stays']);
    expect(erased).toEqual([false]);
  });

  test('a receipt that could not go goes with a later contact', async () => {
    await shared('Goes');
    await field.office.orderErasure(await deviceOf(ben), [field.compartment(sensitive).id]);
    await field.office.faults({ on: 'POST _bulk_docs', times: 9, kind: 'answer', status: 403, body: { error: 'forbidden' } });
    await meets(ben);
    await field.office.clearFaults();
    expect(await field.office.receipts()).toEqual([]);
    await ben.engine.vault.unlock(passphrase);
    await exchange(ben);
    expect(await field.office.receipts()).toHaveLength(1);
  });

  test('in a file is carried out after it was looked at, and not twice', async () => {
    await shared('Goes');
    const document = await field.office.orderErasure(await deviceOf(ben), [field.compartment(sensitive).id]);
    expect(await ben.engine.devices.inspectOrder(jsonToBytes(document))).toMatchObject({ ok: true, value: { receipt: { erased: { records: 1 } } } });
    expect(await ben.engine.devices.carryOutOrder()).toMatchObject({ ok: true });
    await ben.engine.vault.unlock(passphrase);
    expect(await titles(ben)).toEqual([]);
    expect(await ben.engine.devices.inspectOrder(jsonToBytes(document))).toMatchObject({ failure: { code: 'erase-order-followed' } });
    // And the server, which has the same order, has it not carried out again, but gets its receipt.
    await exchange(ben);
    expect(await field.office.receipts()).toHaveLength(1);
  });
});

describe('what is no order', () => {
  test('forged, for another laptop, or of another shape: refused, counted once without a word of it, and nothing goes', async () => {
    await shared('Stays');
    const genuine = await field.office.orderErasure(await deviceOf(ana), null);
    const mine = await field.office.orderErasure(await deviceOf(ben), [field.compartment(restricted).id]);
    await meets(ben);
    await ben.engine.vault.unlock(passphrase);
    await exchange(ben);
    const prefix = mine._id.slice(0, -22);
    // The order to Ana, laid where Ben looks; one of his own in another skin; one that a thief of the server signed.
    await put({ ...genuine, _id: `${prefix}${randomId<string>()}` });
    await put({ ...mine, sealed: 'AAAA', _id: `${prefix}${randomId<string>()}` });
    await put(await forgedFor(ben, newSignPair().secretKey));
    expect(await exchange(ben)).toMatchObject({ refused: [{ why: 'erase-order', count: 3 }] });
    expect(await exchange(ben)).toMatchObject({ refused: [] });
    expect(await ben.engine.pouch.troubles()).toMatchObject([{ what: 'refused', code: 'erase-order', count: 3 }]);
    expect(await titles(ben)).toEqual(['Stays']);
  });

  test('an order that was carried out, laid down again under another name, is not carried out again', async () => {
    await shared('Goes, and comes again');
    const order = await field.office.orderErasure(await deviceOf(ben), [field.compartment(sensitive).id]);
    await meets(ben);
    await ben.engine.vault.unlock(passphrase);
    await exchange(ben);
    await put({ ...order, _id: `${order._id.slice(0, -22)}${randomId<string>()}` });
    await exchange(ben);
    expect(await titles(ben)).toEqual(['Goes, and comes again']);
    expect(erased).toEqual([false]);
  });
});

async function forgedFor(laptop: Laptop, key: SignSecretKey): Promise<EraseOrderDocument> {
  const device = await deviceOf(laptop);
  return writeEraseOrder({ v: 1, id: randomId<string>(), device, compartments: null, at: Date.now() }, laptop.boxKey(), key);
}
