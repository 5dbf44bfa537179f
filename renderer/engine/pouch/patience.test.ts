import { expect, test } from 'vitest';
import { WireFailure, type WireCode } from './answers.ts';
import { pause, waitBefore, withPatience } from './patience.ts';

const signal = new AbortController().signal;

async function tries(code: WireCode, succeedsAt: number): Promise<{ tried: number; outcome: string }> {
  let tried = 0;
  const attempt = async () => {
    tried += 1;
    if (tried < succeedsAt) throw new WireFailure(code);
    return 'done';
  };
  const outcome = await withPatience({ pause: async () => undefined, signal, tries: 4 }, attempt).catch((cause: WireFailure) => cause.code);
  return { tried, outcome };
}

test('what passes by itself is tried again, up to the tries given', async () => {
  expect(await tries('absent', 3)).toEqual({ tried: 3, outcome: 'done' });
  expect(await tries('garbled', 99)).toEqual({ tried: 4, outcome: 'garbled' });
});

test('what does not pass by itself is not tried again', async () => {
  for (const code of ['session-expired', 'refused', 'wrong-server', 'no-channel', 'cancelled'] as const) {
    expect(await tries(code, 2)).toEqual({ tried: 1, outcome: code });
  }
});

test('a defect is not patience’s business', async () => {
  const attempt = () => Promise.reject(new TypeError('defect'));
  await expect(withPatience({ pause, signal, tries: 4 }, attempt)).rejects.toThrow('defect');
});

test('waits double, are spread, honour the server’s wish and end at a minute', () => {
  expect([0, 1, 2].map((attempt) => waitBefore(attempt, null, () => 0))).toEqual([500, 1000, 2000]);
  expect(waitBefore(0, null, () => 1)).toBe(750);
  expect(waitBefore(0, 7_000, () => 0)).toBe(7_000);
  expect(waitBefore(20, 7_000_000, () => 0)).toBe(60_000);
});

test('cancelling ends a wait at once', async () => {
  const stop = new AbortController();
  const waiting = pause(60_000, stop.signal);
  stop.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  await expect(pause(60_000, stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
});
