import { expect, test } from 'vitest';
import { watched, type LineWatch } from './line-watch.ts';
import type { Send } from './wire.ts';

function aWatch() {
  const told: string[] = [];
  const watch: LineWatch = () => ({
    sent: () => told.push('sent'),
    received: (bytes) => told.push(String(bytes)),
    ended: () => told.push('ended'),
  });
  return { told, watch };
}

const streamOf = (...chunks: (number | Error)[]) => {
  const left = [...chunks];
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = left.shift();
      if (next === undefined) controller.close();
      else if (typeof next === 'number') controller.enqueue(new Uint8Array(next));
      else controller.error(next);
    },
  });
};
const answering = (response: () => Response): Send => async () => response();
const asked = { method: 'POST', body: 'abc' };

test('what comes is the same, and is counted as it comes', async () => {
  const { told, watch } = aWatch();
  const response = await watched(answering(() => new Response(streamOf(3, 5), { status: 201, headers: { etag: '"1"' } })), watch)('d', '', asked);
  expect([response.status, response.headers.get('etag'), told]).toEqual([201, '"1"', ['sent']]);
  expect((await response.arrayBuffer()).byteLength).toBe(8);
  expect(told).toEqual(['sent', '3', '5', 'ended']);
});

test('an answer without a body, a refused request, an answer that is cut and one that is not read are over', async () => {
  const empty = aWatch();
  expect((await watched(answering(() => new Response(null, { status: 304 })), empty.watch)('d', '', {})).status).toBe(304);
  expect(empty.told).toEqual(['sent', 'ended']);
  const refused = aWatch();
  await expect(watched(() => Promise.reject(new TypeError('gone')), refused.watch)('d', '', asked)).rejects.toThrow('gone');
  expect(refused.told).toEqual(['ended']);
  const cut = aWatch();
  await expect((await watched(answering(() => new Response(streamOf(2, new Error('cut')))), cut.watch)('d', '', asked)).text()).rejects.toThrow('cut');
  expect(cut.told).toEqual(['sent', '2', 'ended']);
  const left = aWatch();
  await (await watched(answering(() => new Response(streamOf(2, 2))), left.watch)('d', '', asked)).body?.cancel();
  expect(left.told).toEqual(['sent', 'ended']);
});

test('a request counts with its body, its path and the headers of both', async () => {
  const counts: number[] = [];
  const watch: LineWatch = (bytes) => {
    counts.push(bytes);
    return { sent: () => undefined, received: () => undefined, ended: () => undefined };
  };
  const send = watched(answering(() => new Response(null)), watch);
  await send('d', '', {});
  await send('d', 'x'.repeat(10), { body: 'y'.repeat(100) });
  expect((counts[1] ?? 0) - (counts[0] ?? 0)).toBe(110);
  expect(counts[0]).toBeGreaterThan(200);
});
