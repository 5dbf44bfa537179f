import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attaches } from '../../../test/office/attaching.ts';
import { exchange, Field, titles, writes } from '../../../test/office/exchanging.ts';
import { passphrase, type Laptop } from '../../../test/office/laptop.ts';
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

/** Long enough for many looks. */
const aWhile = () => pause(400, new AbortController().signal);

test('paused, nothing goes by itself, also after the end of the process, until it goes on; what is asked for goes', async () => {
  let ana = await field.member('Ana', {}, { rest });
  expect(await ana.engine.pouch.pause()).toEqual({ ok: true, value: null });
  await writes(ana, 'Written while it was paused');
  await ana.engine.end();
  ana = await field.afterKill(ana);
  await field.office.asked();
  await aWhile();
  expect(await field.office.asked()).toEqual([]);
  expect((await ana.engine.pouch.preview()).standing.paused).toMatchObject({ why: 'person' });
  expect(await exchange(ana)).toMatchObject({ delivered: 1 });
  await writes(ana, 'Paused still');
  await field.office.asked();
  await aWhile();
  expect(await field.office.asked()).toEqual([]);
  await ana.engine.pouch.goOn();
  await vi.waitFor(async () => expect((await ana.engine.pouch.preview()).standing).toMatchObject({ goes: 0, underWay: 0, paused: null }), soon);
});

test('stopped, it is not forgotten by a lock; the next delivery that is asked for lifts it', async () => {
  let ana = await field.member('Ana', {}, { rest });
  await ana.engine.pouch.cancel();
  await writes(ana, 'A note');
  await ana.engine.vault.lock();
  expect(await ana.engine.vault.unlock(passphrase)).toMatchObject({ ok: true });
  await field.office.asked();
  await aWhile();
  expect(await field.office.asked()).toEqual([]);
  expect((await ana.engine.pouch.preview()).standing.paused).toMatchObject({ why: 'stopped' });
  await ana.engine.end();
  ana = await field.afterKill(ana);
  expect((await ana.engine.pouch.preview()).standing.paused).toMatchObject({ why: 'stopped' });
  await exchange(ana);
  await writes(ana, 'Another note');
  await vi.waitFor(async () => expect((await ana.engine.pouch.preview()).standing).toMatchObject({ goes: 0, underWay: 0, paused: null }), soon);
});

test('a stop makes less of no pause; switched off and on again, it goes', async () => {
  const ana = await field.member('Ana');
  await ana.engine.pouch.pause();
  await ana.engine.pouch.cancel();
  await exchange(ana);
  const paused = async () => (await ana.engine.pouch.preview()).standing.paused;
  expect(await paused()).toMatchObject({ why: 'person' });
  await ana.engine.vault.changeSettings({ deliversByItself: false });
  expect(await paused()).toBeNull();
  await ana.engine.vault.changeSettings({ deliversByItself: true });
  expect(await paused()).toBeNull();
});

test('what cannot be kept is said, and holds as long as the app runs', async () => {
  const ana = await field.member('Ana', {}, { rest });
  ana.database.failWith = 'QuotaExceededError';
  expect(await ana.engine.pouch.pause()).toMatchObject({ ok: false, failure: { code: 'storage-full' } });
  expect((await ana.engine.pouch.preview()).standing.paused).toMatchObject({ why: 'person' });
});

describe('a limit to the data that goes by itself', () => {
  const megabyte = 1024 * 1024;
  const limitTo = (laptop: Laptop, bytes: number, networks: readonly string[] = []) => laptop.engine.vault.changeSettings({ dataBudget: { bytes, per: 'day', networks: networks as never } });
  const standing = async (laptop: Laptop) => (await laptop.engine.pouch.preview()).standing;
  const usedBy = async (laptop: Laptop) => (await standing(laptop)).budget?.used ?? 0;

  test('counts what passes both ways, whoever asked for it, and forgets nothing at a restart', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben')];
    await limitTo(ana, 100 * megabyte);
    await limitTo(ben, 100 * megabyte);
    const [before, benBefore] = [await usedBy(ana), await usedBy(ben)];
    expect(before).toBeGreaterThan(0);
    await attaches(ana, 600_000);
    await exchange(ana);
    // In base64, a third more.
    expect((await usedBy(ana)) - before).toBeGreaterThan(800_000);
    expect((await usedBy(ana)) - before).toBeLessThan(900_000);
    await exchange(ben);
    expect((await usedBy(ben)) - benBefore).toBeGreaterThan(800_000);
    const used = await usedBy(ben);
    await ben.engine.end();
    expect(await usedBy(await field.afterKill(ben))).toBe(used);
  });

  test('reached, nothing goes by itself and it says why; what is asked for goes; another limit lets it go on', async () => {
    const ana = await field.member('Ana', {}, { rest });
    await limitTo(ana, megabyte);
    await attaches(ana, 2 * megabyte);
    await vi.waitFor(async () => expect((await standing(ana)).paused).toEqual({ why: 'budget' }), soon);
    const { budget, filesToGo } = await standing(ana);
    expect(budget?.reached).toBe(true);
    expect(budget?.used).toBeLessThanOrEqual(megabyte);
    expect(filesToGo).toBe(1);
    expect((await ana.engine.pouch.preview()).lastDelivery?.failure).toEqual({ code: 'over-budget' });
    await field.office.asked();
    await aWhile();
    expect(await field.office.asked()).toEqual([]);
    expect(await exchange(ana)).toMatchObject({ files: { sent: 1 }, failure: null });
    await writes(ana, 'After that');
    await aWhile();
    expect((await standing(ana)).goes).toBe(1);
    await limitTo(ana, 100 * megabyte);
    await vi.waitFor(async () => expect(await standing(ana)).toMatchObject({ goes: 0, underWay: 0, paused: null }), soon);
  });

  test('what comes is cut off too, and comes when it is asked for', async () => {
    const [ana, ben] = [await field.member('Ana'), await field.member('Ben', {}, { rest })];
    await ben.engine.pouch.pause();
    for (let written = 0; written < 3; written += 1) await attaches(ana, 900_000);
    await exchange(ana);
    await limitTo(ben, 2 * megabyte);
    await ben.engine.pouch.goOn();
    await vi.waitFor(async () => expect((await standing(ben)).paused).toEqual({ why: 'budget' }), soon);
    // Chromium hands over up to half a megabyte at once.
    expect((await standing(ben)).budget?.used).toBeLessThan(2 * megabyte + 600_000);
    expect(await titles(ben)).toHaveLength(3);
    expect((await standing(ben)).filesToCome).toBeGreaterThan(0);
    await exchange(ben);
    expect((await standing(ben)).filesToCome).toBe(0);
  });

  test('holds on the networks that it is for', async () => {
    const ana = await field.member('Ana', {}, { rest });
    await limitTo(ana, megabyte, ['hotel']);
    expect((await standing(ana)).budget).toBeNull();
    await attaches(ana, 2 * megabyte);
    await vi.waitFor(async () => expect(await standing(ana)).toMatchObject({ filesToGo: 0, underWay: 0, goes: 0, paused: null }), soon);
  });
});
