import type { Send } from '../../renderer/engine/pouch/wire.ts';

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function oneOf<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
}

type Trouble = (ask: () => Promise<Response>, random: Random) => Promise<Response>;

const answers = (status: number, body: string, type = 'application/json'): Trouble => async () => new Response(body, { status, headers: { 'content-type': type } });

const troubles: readonly Trouble[] = [
  // Never sent.
  () => Promise.reject(new TypeError('the line is down')),
  // Sent and done, the answer lost.
  async (ask) => {
    await ask();
    throw new TypeError('the line went down');
  },
  // Done twice: the first answer was lost below, and the request repeated.
  async (ask) => {
    await ask();
    return ask();
  },
  // Cut after so many bytes.
  async (ask, random) => {
    const answer = await ask();
    const text = await answer.text();
    return new Response(text.slice(0, Math.floor(random() * text.length)), { status: answer.status });
  },
  // Late.
  async (ask, random) => {
    await new Promise((resolve) => setTimeout(resolve, random() * 40));
    return ask();
  },
  // Overtaken: sent at once, and answered after those that came later.
  async (ask, random) => {
    const answer = await ask();
    await new Promise((resolve) => setTimeout(resolve, 40 + random() * 160));
    return answer;
  },
  // The rows of the answer in another order.
  async (ask) => {
    const answer = await ask();
    return new Response(JSON.stringify(turned((await answer.json()) as unknown)), { status: answer.status });
  },
  answers(401, '{"error":"unauthorized"}'),
  answers(413, '{"error":"too_large"}'),
  answers(429, '{"error":"too_many_requests"}'),
  answers(500, '{"error":"internal_server_error"}'),
  answers(503, '<html>Bad gateway</html>', 'text/html'),
  answers(200, '<html>Accept the terms of the hotel</html>', 'text/html'),
  answers(200, ''),
  answers(200, '{}'),
  answers(200, '[]'),
  answers(202, '[]'),
];

/** An answer's rows from the last to the first; changes stay as they are, since their order says how far one is. */
function turned(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.toReversed();
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('rows' in answer && Array.isArray(answer.rows)) return { ...answer, rows: answer.rows.toReversed() };
  if ('results' in answer && Array.isArray(answer.results) && !('last_seq' in answer)) return { ...answer, results: answer.results.toReversed() };
  return answer;
}

/** A line on which every request may meet with trouble: at this rate, as the seed decides. */
export function chaotic(usual: Send, random: Random, rate: () => number): Send {
  return (database, path, init) => {
    const ask = () => usual(database, path, init);
    return random() < rate() ? oneOf(random, troubles)(ask, random) : ask();
  };
}
