import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CompartmentId, ParcelId } from '../../../core/ids.ts';
import type { ParcelDocument } from '../../../core/letters/letter.ts';
import { json, scriptedServer, type ScriptedServer } from '../../../test/builders/scripted-server.ts';
import type { ConfirmedParcel, Delivered, DeliveryMeans } from './delivery.ts';
import type { Waybill } from './outbox-index.ts';

// PouchDB's browser build looks for the worker's global.
vi.hoisted(() => Reflect.set(globalThis, 'self', globalThis));
const { deliver } = await import('./delivery.ts');

const compartment = 'compartment' as CompartmentId;
let server: ScriptedServer;
let confirmed: ConfirmedParcel[];
let waits: number[];
beforeEach(() => {
  server = scriptedServer();
  confirmed = [];
  waits = [];
});

function aParcel(number: number, size = 1000): ParcelDocument {
  return { _id: String(number).padStart(64, '0') as ParcelId, v: 1, epoch: 1, uploader: 'm1', nonce: 'n', sealed: 's'.repeat(size) };
}

function run(parcels: readonly ParcelDocument[], changed: Partial<DeliveryMeans> = {}): Promise<Delivered> {
  const documents = new Map(parcels.map((one) => [one._id, one]));
  const waybills: Waybill[] = parcels.map((one) => ({ parcel: one._id, compartment, letters: 2, bytes: one.sealed.length + 300 }));
  const means: DeliveryMeans = {
    send: server.send,
    load: (parcel) => documents.get(parcel) ?? null,
    signal: new AbortController().signal,
    pause: async (milliseconds) => void waits.push(milliseconds),
    elapsed: () => 0,
    confirm: async (some) => void confirmed.push(...some),
    ...changed,
  };
  return deliver('cabinet', waybills, means, { aim: 500_000 });
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => aParcel(index + 1));

describe('what counts as confirmed', () => {
  test('parcels that the server calls created', async () => {
    expect(await run(numbers(3))).toMatchObject({ confirmed: 3, setAside: [], failure: null });
    expect(confirmed.map((one) => one.letters)).toEqual([2, 2, 2]);
    expect(server.asked).toEqual(['POST _bulk_docs 3']);
  });

  test('parcels that are there already and equal, read back first', async () => {
    await run(numbers(2));
    confirmed = [];
    expect(await run(numbers(3))).toMatchObject({ confirmed: 3, failure: null });
    expect(server.asked.slice(1)).toEqual(['POST _bulk_docs 3', 'POST _all_docs 2']);
  });

  test('not a parcel in whose place there is something else', async () => {
    server.documents.set(aParcel(1)._id, { ...aParcel(1), sealed: 'other', _rev: '1-aa' });
    const outcome = await run(numbers(2));
    expect(outcome).toMatchObject({ confirmed: 1, setAside: [{ why: 'another-in-its-place' }] });
  });

  test.each([
    ['202', () => json([{ ok: true, id: aParcel(1)._id, rev: '1-aa' }], 202), 'unconfirmed'],
    ['an empty body', () => new Response('', { status: 201 }), 'garbled'],
    ['an empty list', () => json([], 201), 'garbled'],
    ['a page of a portal', () => new Response('<html>Welcome to the hotel</html>', { status: 200 }), 'garbled'],
    ['half an answer', () => new Response('[{"ok":true,"id":"00', { status: 201 }), 'garbled'],
    ['a list of nothing', () => json([null], 201), 'garbled'],
    ['an answer without a revision', () => json([{ ok: true, id: aParcel(1)._id }], 201), 'garbled'],
    ['an answer for another parcel', () => json([{ ok: true, id: aParcel(2)._id, rev: '1-aa' }], 201), 'garbled'],
    ['500', () => json({ error: 'internal' }, 500), 'faulty'],
    ['429', () => json({ error: 'slow' }, 429), 'slow-down'],
    ['no connection', () => Promise.reject(new TypeError('failed to fetch')), 'absent'],
  ])('not after %s, and a later answer is waited for', async (_name, answer, code) => {
    for (let times = 0; times < 4; times += 1) server.next(answer);
    expect(await run(numbers(1))).toMatchObject({ confirmed: 1, failure: null });
    expect(waits).toHaveLength(4);
    server.documents.clear();
    confirmed = [];
    for (let times = 0; times < 5; times += 1) server.next(answer);
    expect(await run(numbers(1))).toMatchObject({ confirmed: 0, failure: { code } });
    expect(confirmed).toEqual([]);
  });

  test('a parcel whose answer was lost is sent again, found and confirmed once', async () => {
    server.next(() => Promise.reject(new TypeError('connection reset')), 'after-doing-it');
    expect(await run(numbers(2))).toMatchObject({ confirmed: 2, failure: null });
    expect(server.documents.size).toBe(2);
    expect(confirmed).toHaveLength(2);
  });
});

describe('what ends a delivery at once', () => {
  test.each([
    ['401', () => json({ error: 'unauthorized' }, 401), 'session-expired'],
    ['403', () => json({ error: 'forbidden' }, 403), 'refused'],
    ['404', () => json({ error: 'not_found' }, 404), 'refused'],
    ['another server', () => json({ error: 'wrong-server' }, 502, { 'x-rapporteur-channel': 'wrong-server' }), 'wrong-server'],
    ['a channel that went', () => json({ error: 'no-channel' }, 503, { 'x-rapporteur-channel': 'no-channel' }), 'no-channel'],
  ])('%s', async (_name, answer, code) => {
    server.next(answer);
    expect(await run(numbers(1))).toMatchObject({ confirmed: 0, failure: { code } });
    expect(waits).toEqual([]);
  });

  test('the person, while it waits for another try', async () => {
    const stop = new AbortController();
    server.next(() => json({}, 500));
    const { pause } = await import('./patience.ts');
    const outcome = run(numbers(1), {
      signal: stop.signal,
      pause: (_milliseconds, signal) => {
        queueMicrotask(() => stop.abort());
        return pause(60_000, signal);
      },
    });
    expect(await outcome).toMatchObject({ confirmed: 0, failure: { code: 'cancelled' } });
  });
});

describe('sizes', () => {
  test('after 413 the batch is halved until it passes', async () => {
    server.limit = 5_000;
    expect(await run(numbers(12))).toMatchObject({ confirmed: 12, setAside: [], failure: null });
  });

  test('one parcel that is still too large is named and set aside, the others go', async () => {
    server.limit = 5_000;
    const outcome = await run([aParcel(1), aParcel(2, 9_000), aParcel(3)]);
    expect(outcome).toMatchObject({ confirmed: 2, failure: null, setAside: [{ parcel: aParcel(2)._id, why: 'too-large' }] });
  });

  test('parcels that the server refuses one by one stay, the others go', async () => {
    const ids = numbers(3).map((one) => one._id);
    server.next(() => json([{ ok: true, id: ids[0], rev: '1-a' }, { id: ids[1], error: 'forbidden', reason: 'no' }, { ok: true, id: ids[2], rev: '1-a' }], 201));
    const outcome = await run(numbers(3));
    expect(outcome).toMatchObject({ confirmed: 2, failure: null, setAside: [{ parcel: ids[1], why: 'refused' }] });
  });

  test('the server is left alone for as long as it asks', async () => {
    server.next(() => json({}, 429, { 'retry-after': '20' }));
    await run(numbers(1));
    expect(waits).toEqual([20_000]);
  });
});
