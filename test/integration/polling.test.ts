import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { lineTo } from './a-line.ts';
import { TwentyCompartments } from './twenty-compartments.ts';

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 180_000 });

let twenty: TwentyCompartments;
beforeAll(async () => {
  twenty = await TwentyCompartments.open();
}, 240_000);
afterAll(() => twenty.close());

test('nothing new in twenty compartments: one connection, ten kilobytes in all', async () => {
  const between = await lineTo(twenty.programme.served.url);
  // A laptop that was here before knows how far it is, and what the server calls that.
  const before = twenty.lineOver(between.url);
  await twenty.receiveAll();
  expect(twenty.compartments()).toHaveLength(20);
  expect(await twenty.look()).toBe(0);
  before.close();
  Object.assign(between.counted, { bytes: 0, connections: 0 });
  const line = twenty.lineOver(between.url);
  expect(await twenty.look()).toBe(0);
  expect(between.counted.connections).toBe(1);
  // The embedded server has no names for its states, and is not what a slow line leads to.
  expect(between.counted.bytes).toBeLessThan(twenty.programme.real ? 10_000 : 16_000);
  // What is new is seen all the same.
  await twenty.admitAnother();
  expect(await twenty.directoryHasNews()).toBe(true);
  expect(await twenty.directoryHasNews()).toBe(false);
  line.close();
  between.close();
});
