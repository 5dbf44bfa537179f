import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { exchange, Field, titles, writes } from '../../../test/office/exchanging.ts';
import type { DeliveryProgress } from '../api.ts';
import { pause, type Pause } from './patience.ts';

/** Looks come quickly in these tests; the two minutes between questions for news stay. */
const rest: Pause = (_milliseconds, signal) => pause(20, signal);
const soon = { timeout: 20_000, interval: 50 };

let field: Field;
beforeEach(async () => {
  field = await Field.open();
});
afterEach(() => field.close());

test('what is written goes when the network for it appears, without being asked', async () => {
  const ana = await field.member('Ana', {}, { rest });
  ana.host.go('nowhere');
  await writes(ana, 'Route Bar–Bari');
  expect((await ana.engine.pouch.preview()).standing.underWay).toBe(0);
  ana.host.go('office');
  await vi.waitFor(async () => expect((await ana.engine.pouch.preview()).lastDelivery).toMatchObject({ delivered: 1, unconfirmed: 0, failure: null }), soon);
  const ben = await field.member('Ben', {}, { rest });
  await vi.waitFor(async () => expect(await titles(ben)).toEqual(['Route Bar–Bari']), soon);
});

test('switched off, nothing goes; switched on again, it does', async () => {
  const ana = await field.member('Ana', {}, { rest });
  await ana.engine.vault.changeSettings({ deliversByItself: false });
  // An exchange that began before the switch is over when one that was asked for is.
  await exchange(ana);
  await writes(ana, 'A note');
  await field.office.asked();
  await pause(400, new AbortController().signal);
  expect(await field.office.asked()).toEqual([]);
  await ana.engine.vault.changeSettings({ deliversByItself: true });
  await vi.waitFor(async () => expect((await ana.engine.pouch.preview()).goes).toEqual([]), soon);
});

test('a look for news that finds none tells nothing and leaves the last report', async () => {
  const ana = await field.member('Ana');
  await writes(ana, 'A note');
  await exchange(ana);
  const before = (await ana.engine.pouch.preview()).lastDelivery;
  await ana.engine.end();
  const again = await field.afterKill({ ...ana, line: { rest } });
  const told: DeliveryProgress[] = [];
  again.engine.subscribe((event) => event.type === 'delivery' && told.push(event.progress));
  await field.office.asked();
  await vi.waitFor(async () => expect((await field.office.asked()).length).toBeGreaterThan(0), soon);
  await pause(400, new AbortController().signal);
  expect(told).toEqual([]);
  expect((await again.engine.pouch.preview()).lastDelivery).toEqual(before);
});

test('what a person asks for does not find one that nobody asked for in its way', async () => {
  const ana = await field.member('Ana', {}, { rest });
  for (let round = 0; round < 5; round += 1) {
    await writes(ana, `Note ${round}`);
    await pause(15, new AbortController().signal);
    expect(await exchange(ana)).toMatchObject({ failure: null, unconfirmed: 0 });
  }
});
