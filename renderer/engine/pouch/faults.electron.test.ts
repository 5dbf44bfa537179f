import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exchange, Field, sensitive, titles, writes } from '../../../test/office/exchanging.ts';
import type { Fault } from '../../../test/office/faults.ts';
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

/** Chromium itself asks once more when a connection closes, so what must last has no small number. */
const more = 200;
const portal = '<html><body>Welcome to the hotel. Accept the terms to go on.</body></html>';

describe('a crash', () => {
  test('between sealing and delivering: nothing is sealed twice, everything arrives once', async () => {
    for (const title of ['One', 'Two', 'Three']) await writes(ana, title);
    await field.office.faults({ kind: 'hang-up', on: '_bulk_docs', times: more });
    expect(await exchange(ana)).toMatchObject({ delivered: 0, unconfirmed: 3, failure: { code: 'server-absent' } });
    const again = await field.afterKill(ana);
    expect(await again.engine.pouch.preview()).toMatchObject({ goes: [], standing: { underWay: 3 } });
    await clearFaults();
    await writes(again, 'Four');
    expect(await exchange(again)).toMatchObject({ delivered: 4, unconfirmed: 0, failure: null });
    expect(await exchange(ben)).toMatchObject({ received: 4, refused: [], conflicts: [] });
    expect(await titles(ben)).toEqual(['Four', 'One', 'Three', 'Two']);
    expect(await again.engine.pouch.troubles()).toMatchObject([{ what: 'failed', code: 'server-absent', network: 'Office', count: 1 }]);
  });

  test('between the server’s yes and hearing it: delivered again, found equal, confirmed once', async () => {
    for (const title of ['One', 'Two']) await writes(ana, title);
    await field.office.faults({ kind: 'lose-the-answer', on: '_bulk_docs', times: more });
    expect(await exchange(ana)).toMatchObject({ delivered: 0, unconfirmed: 2 });
    expect(await field.parcels(sensitive)).toBe(1);
    const again = await field.afterKill(ana);
    await clearFaults();
    await field.office.asked();
    expect(await exchange(again)).toMatchObject({ delivered: 2, unconfirmed: 0, failure: null });
    expect(await field.office.asked()).toContain('POST _all_docs');
    expect(await field.parcels(sensitive)).toBe(1);
    expect(await exchange(ben)).toMatchObject({ received: 2 });
  });

  test('while receiving: what was opened stays, the rest comes with the next exchange', async () => {
    for (let count = 0; count < 12; count += 1) {
      await writes(ana, `Note ${String(count).padStart(2, '0')}`);
      await exchange(ana);
    }
    const receiving = ben.engine.pouch.exchange();
    await new Promise<void>((resolve) => {
      ben.engine.subscribe((event) => event.type === 'records' && resolve());
    });
    const again = await field.afterKill(ben);
    await receiving.catch(() => undefined);
    await exchange(again);
    expect(await titles(again)).toHaveLength(12);
    expect(await exchange(again)).toMatchObject({ received: 0, refused: [] });
  });
});

describe('a bad line while delivering', () => {
  const passing: readonly (readonly [string, Fault])[] = [
    ['no answer', { kind: 'hang-up', on: '_bulk_docs', times: 2 }],
    ['a lost answer', { kind: 'lose-the-answer', on: '_bulk_docs', times: 2 }],
    ['an answer cut short', { kind: 'cut', after: 10, on: '_bulk_docs', times: 2 }],
    ['a portal’s page', { kind: 'answer', status: 200, body: portal, on: '_bulk_docs', times: 2 }],
    ['202', { kind: 'answer', status: 202, body: [], on: '_bulk_docs', times: 2 }],
    ['429', { kind: 'answer', status: 429, body: { error: 'slow' }, on: '_bulk_docs', times: 2 }],
    ['500', { kind: 'answer', status: 500, body: { error: 'broken' }, on: '_bulk_docs', times: 2 }],
    ['413 until the batch is small', { kind: 'answer', status: 413, body: { error: 'too_large' }, on: '_bulk_docs', times: 1 }],
  ];
  test.each(passing)('%s: tried again, delivered once', async (_name, fault) => {
    for (const title of ['One', 'Two']) {
      await writes(ana, title);
      await field.office.faults({ kind: 'answer', status: 500, body: {}, on: '_bulk_docs', times: 5 });
      await exchange(ana);
    }
    await field.office.faults(fault);
    expect(await exchange(ana)).toMatchObject({ delivered: 2, unconfirmed: 0, failure: null });
    expect(await exchange(ben)).toMatchObject({ received: 2, refused: [] });
  });

  const lasting: readonly (readonly [string, Fault, string])[] = [
    ['500', { kind: 'answer', status: 500, body: {}, on: '_bulk_docs', times: more }, 'server-refused'],
    ['garbage', { kind: 'answer', status: 200, body: portal, on: '_bulk_docs', times: more }, 'server-garbled'],
    ['silence', { kind: 'hang-up', on: '_bulk_docs', times: more }, 'server-absent'],
    ['401', { kind: 'answer', status: 401, body: { error: 'unauthorized' }, on: '_bulk_docs', times: more }, 'session-expired'],
    ['403', { kind: 'answer', status: 403, body: { error: 'forbidden' }, on: '_bulk_docs', times: more }, 'server-refused'],
    ['413 for a single one', { kind: 'answer', status: 413, body: {}, on: '_bulk_docs', times: more }, 'server-refused'],
  ];
  test.each(lasting)('%s that does not end: the truth is told and nothing is lost', async (_name, fault, code) => {
    await writes(ana, 'One');
    await field.office.faults(fault);
    expect(await exchange(ana)).toMatchObject({ delivered: 0, unconfirmed: 1, failure: { code } });
    await clearFaults();
    expect(await exchange(ana)).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null });
    expect(await exchange(ben)).toMatchObject({ received: 1 });
  });
});

describe('a bad line while receiving', () => {
  const each: readonly (readonly [string, Fault])[] = [
    ['no answer', { kind: 'hang-up', on: '_bulk_get' }],
    ['cut in the middle of the parcels', { kind: 'cut', after: 3000, on: '_bulk_get' }],
    ['an empty list of parcels', { kind: 'answer', status: 200, body: { results: [] }, on: '_bulk_get' }],
    ['an empty object for parcels', { kind: 'answer', status: 200, body: {}, on: '_bulk_get' }],
    ['a portal’s page for parcels', { kind: 'answer', status: 200, body: portal, on: '_bulk_get' }],
    ['an empty object for changes', { kind: 'answer', status: 200, body: {}, on: '_changes' }],
    ['cut in the middle of the changes', { kind: 'cut', after: 30, on: '_changes' }],
    ['500 for changes', { kind: 'answer', status: 500, body: {}, on: '_changes' }],
    ['429 for the directory', { kind: 'answer', status: 429, body: {}, on: '_all_docs' }],
  ];
  test.each(each)('%s: nothing is stepped over', async (_name, fault) => {
    for (const title of ['One', 'Two', 'Three']) {
      await writes(ana, title);
      await exchange(ana);
    }
    await field.office.faults(fault);
    expect(await exchange(ben)).toMatchObject({ received: 3, refused: [], failure: null });
    expect(await exchange(ben)).toMatchObject({ received: 0 });
  });

  test('a server that garbles everything ends the exchange with that reason, and the next is whole', async () => {
    await writes(ana, 'One');
    await exchange(ana);
    await field.office.faults({ kind: 'answer', status: 200, body: portal, times: 200 });
    expect(await exchange(ben)).toMatchObject({ received: 0, failure: { code: 'server-garbled' } });
    await clearFaults();
    expect(await exchange(ben)).toMatchObject({ received: 1, failure: null });
  });

  test('a withdrawn account is told, nothing is erased, what was written waits', async () => {
    await writes(ana, 'One');
    await exchange(ana);
    await exchange(ben);
    await field.office.faults({ kind: 'answer', status: 401, body: { error: 'unauthorized' }, times: 200 });
    await writes(ben, 'Two');
    expect(await exchange(ben)).toMatchObject({ delivered: 0, failure: { code: 'session-expired' } });
    expect(await titles(ben)).toEqual(['One', 'Two']);
    await clearFaults();
    expect(await exchange(ben)).toMatchObject({ delivered: 1, failure: null });
  });

  test('a directory shorter than the one known is an alarm, and what is known stays', async () => {
    await writes(ana, 'One');
    await exchange(ana);
    await field.office.faults({ kind: 'answer', status: 200, body: { rows: [] }, on: '_all_docs', times: 2 });
    expect(await exchange(ben)).toMatchObject({ received: 0, failure: { code: 'server-garbled' } });
    expect(await exchange(ben)).toMatchObject({ received: 1, failure: null });
  });
});

async function clearFaults(): Promise<void> {
  await field.office.clearFaults();
}
