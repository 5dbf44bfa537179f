import { expect, test } from 'vitest';
import { ok, failed } from '../../../core/result.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import { failureFound, readTroubles, troublesOf, troublesState } from './troubles.ts';

const day = 24 * 60 * 60 * 1000;

function kept(): SealedStates {
  const values = new Map<string, unknown>();
  return {
    read: async (name, schema) => {
      const parsed = schema.safeParse(values.get(name));
      return values.has(name) ? (parsed.success ? ok(parsed.data as never) : failed('damaged')) : ok(null);
    },
    write: async (some: readonly NamedState[]) => {
      for (const one of some) values.set(one.name, one.value);
      return ok(null);
    },
  } as SealedStates;
}

async function note(states: SealedStates, found: Parameters<typeof troublesState>[1], at: number, network = 'Office'): Promise<void> {
  await states.write([...(await troublesState(states, found, { network, at }))]);
}

test('the same trouble of one day is one, with how often and from when to when', async () => {
  const states = kept();
  await note(states, failureFound('server-absent'), 1000);
  await note(states, failureFound('server-absent'), 1000 + day / 2);
  await note(states, failureFound('server-absent'), 2000, 'Hotel');
  expect(await readTroubles(states)).toEqual([
    { what: 'failed', code: 'server-absent', network: 'Hotel', first: 2000, last: 2000, count: 1 },
    { what: 'failed', code: 'server-absent', network: 'Office', first: 1000, last: 1000 + day / 2, count: 2 },
  ]);
  await note(states, failureFound('server-absent'), 1000 + 2 * day);
  expect(await readTroubles(states)).toHaveLength(3);
});

test('what a report refused is counted, each for itself', async () => {
  const states = kept();
  await note(states, troublesOf({ failure: { code: 'session-expired' }, refused: [{ why: 'forged', count: 4 }, { why: 'fork', count: 1 }] }), 1000);
  expect((await readTroubles(states)).map(({ code, count }) => [code, count])).toEqual([['fork', 1], ['forged', 4], ['session-expired', 1]]);
});

test('that somebody stopped it or that there was no network is no trouble', async () => {
  expect(['cancelled', 'busy', 'no-channel', 'not-a-member'].flatMap(failureFound)).toEqual([]);
  expect(await troublesState(kept(), [], { network: 'Office', at: 1 })).toEqual([]);
});

test('the list ends somewhere, and a clock that went backwards does not merge years', async () => {
  const states = kept();
  for (let number = 0; number < 210; number += 1) await note(states, failureFound('wrong-server'), number * 2 * day, `N${number}`);
  const list = await readTroubles(states);
  expect(list).toHaveLength(200);
  expect(list[0]?.network).toBe('N209');
  await note(states, failureFound('wrong-server'), 1, 'N209');
  expect((await readTroubles(states))[0]).toMatchObject({ count: 1, last: 1 });
});
