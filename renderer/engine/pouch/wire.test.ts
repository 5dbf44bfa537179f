import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { json } from '../../../test/builders/scripted-server.ts';
import { WireFailure } from './answers.ts';
import { createWire, standInHost, type Send } from './wire.ts';

const address = `${standInHost}/cabinet/`;
const never = new AbortController().signal;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A server that never says anything, but hears when it is not waited for any more. */
const silent: Send = (_database, _path, init) =>
  new Promise((_resolve, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true }));

/** What became of a request: `answered`, or the wire's word for why not. */
const outcome = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (cause: unknown) => (cause instanceof WireFailure ? cause.code : 'not of the wire'),
  );

const wireOf = (answer: () => Response | Promise<Response>, signal = never) => createWire('cabinet', async () => answer(), signal);

describe('what PouchDB is told', () => {
  test('the answer as it came', async () => {
    const asked: string[] = [];
    const wire = createWire('cabinet', async (database, path, init) => (asked.push(`${init.method} ${database} ${path}`), json({ rows: [] })), never);
    const answer = await wire.fetch(`${address}_all_docs?limit=1`, { method: 'POST', body: '{"keys":[]}' });
    expect(await answer.json()).toEqual({ rows: [] });
    expect(asked).toEqual(['POST cabinet _all_docs?limit=1']);
    expect(wire.failure()).toBeNull();
  });

  test('who the server is and how large the database, without asking', async () => {
    const wire = wireOf(() => Promise.reject(new Error('asked')));
    expect(await (await wire.fetch(`${standInHost}/`)).json()).toEqual({ uuid: 'rapporteur' });
    expect(await (await wire.fetch(`${standInHost}/cabinet`)).json()).toMatchObject({ db_name: 'cabinet' });
  });

  test.each([
    ['changes that are none', '_changes?since=0', { results: [] }],
    ['a change without its sequence', '_changes?since=0', { results: [{ id: 'a', changes: [] }], last_seq: '1' }],
    ['a listing that is none', '_all_docs', {}],
    ['a listing of nothing', '_all_docs', { rows: [null] }],
    ['fewer parcels than were asked for', '_bulk_get', { results: [{ id: 'a', docs: [{ ok: { _id: 'a', _rev: '1-a' } }] }] }],
    ['parcels without their documents', '_bulk_get', { results: [{ id: 'a', docs: [] }, { id: 'b', docs: [] }] }],
    ['parcels of another shape', '_bulk_get', { results: [{ id: 'a', docs: [{ ok: true }] }, { id: 'b', docs: [{ ok: true }] }] }],
  ])('never %s', async (_name, path, body) => {
    const wire = wireOf(() => json(body));
    const request = { method: 'POST', body: JSON.stringify({ docs: [{ id: 'a', rev: '1-a' }, { id: 'b', rev: '1-b' }] }) };
    await expect(wire.fetch(address + path, request)).rejects.toMatchObject({ code: 'garbled' });
  });

  test('an error in the place of one document is passed on: PouchDB stops at it', async () => {
    const wire = wireOf(() => json({ results: [{ id: 'a', docs: [{ error: { id: 'a', error: 'not_found' } }] }] }));
    const request = { method: 'POST', body: JSON.stringify({ docs: [{ id: 'a', rev: '1-a' }] }) };
    expect((await wire.fetch(`${address}_bulk_get`, request)).ok).toBe(true);
  });
});

describe('what a failure does', () => {
  test('the first is kept, and nothing more is asked', async () => {
    let asked = 0;
    const wire = wireOf(() => {
      asked += 1;
      return json({}, 500);
    });
    await expect(wire.fetch(`${address}_changes`)).rejects.toMatchObject({ code: 'faulty' });
    await expect(wire.fetch(`${address}_bulk_get`)).rejects.toMatchObject({ code: 'faulty' });
    expect((await wire.fetch(`${standInHost}/cabinet`)).ok).toBe(true);
    expect(asked).toBe(1);
    expect(wire.failure()).toMatchObject({ code: 'faulty' });
  });

  test('an answer of the main process is told from the server’s', async () => {
    const wire = wireOf(() => json({ error: 'above-channel' }, 403, { 'x-rapporteur-channel': 'above-channel' }));
    await expect(wire.fetch(`${address}_changes`)).rejects.toMatchObject({ code: 'above-channel' });
  });

  test('silence ends after half a minute', async () => {
    const wire = createWire('cabinet', silent, never);
    const answer = outcome(wire.fetch(`${address}_changes`));
    await vi.advanceTimersByTimeAsync(29_000);
    expect(wire.failure()).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe('absent');
  });

  test('a large batch is given the time that 32 kbit/s needs', async () => {
    const wire = createWire('cabinet', silent, never);
    const answer = outcome(wire.fetch(`${address}_bulk_docs`, { method: 'POST', body: JSON.stringify({ docs: ['x'.repeat(400_000)] }) }));
    await vi.advanceTimersByTimeAsync(200_000);
    expect(wire.failure()).toBeNull();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toBe('absent');
  });

  test('an answer that stops in the middle is cut short, one that keeps coming is not', async () => {
    let more: (text: string) => void = () => undefined;
    const body = new ReadableStream({
      start(controller) {
        more = (text) => controller.enqueue(new TextEncoder().encode(text));
      },
    });
    const wire = createWire(
      'cabinet',
      async (_database, _path, init) => {
        const passing = body.pipeThrough(new TransformStream(), init.signal === null || init.signal === undefined ? {} : { signal: init.signal });
        return new Response(passing, { status: 200 });
      },
      never,
    );
    const answer = outcome(wire.fetch(`${address}_changes`));
    for (let minute = 0; minute < 5; minute += 1) {
      more('{"results":');
      await vi.advanceTimersByTimeAsync(50_000);
      expect(wire.failure()).toBeNull();
    }
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await answer).toBe('cut-short');
  });

  test('the person’s cancelling is not the server’s fault, and PouchDB’s own is no failure', async () => {
    const person = new AbortController();
    const pouch = new AbortController();
    const wire = createWire('cabinet', silent, person.signal);
    const first = outcome(wire.fetch(`${address}_changes`, { signal: pouch.signal }));
    pouch.abort();
    expect(await first).toBe('not of the wire');
    expect(wire.failure()).toBeNull();
    const second = outcome(wire.fetch(`${address}_changes`));
    person.abort();
    expect(await second).toBe('cancelled');
  });
});

test('the speed is that of the last large answer, whatever small ones took', async () => {
  const answers = [json({ rows: [] }), json({ rows: [], filling: 'x'.repeat(50_000) }), json({ rows: [] })];
  const wire = createWire(
    'cabinet',
    async () => {
      await vi.advanceTimersByTimeAsync(1_000);
      return answers.shift() ?? json({ rows: [] });
    },
    never,
  );
  const speeds: (number | null)[] = [];
  for (let asked = 0; asked < 3; asked += 1) {
    await wire.fetch(`${address}_all_docs`);
    speeds.push(wire.speed());
  }
  expect(speeds[0]).toBeNull();
  expect(speeds[1]).toBeGreaterThan(49_000);
  expect(speeds[1]).toBeLessThan(51_000);
  expect(speeds[2]).toBe(speeds[1]);
});
