import { expect, test } from 'vitest';
import type { NetworkId } from '../../../core/ids.ts';
import { failed, ok } from '../../../core/result.ts';
import type { DeliveryReport } from '../api.ts';
import { WireFailure } from './answers.ts';
import { deliverByItself, waitAfter } from './by-itself.ts';

const report: DeliveryReport = { at: 0, network: 'Office', delivered: 0, received: 0, held: 0, conflicts: [], refused: [], unconfirmed: 0, failure: null };
const office = 'office' as NetworkId;

interface Scene {
  network: NetworkId | null;
  unsent: number;
  answer: () => Awaited<ReturnType<Parameters<typeof deliverByItself>[0]['exchange']>>;
  /** What happens before the look of that number. */
  at: (look: number, scene: Scene) => void;
}

/** The seconds at which an exchange was made, over so many looks. */
async function exchangesOver(looks: number, change: Partial<Scene>): Promise<readonly number[]> {
  const scene: Scene = { network: office, unsent: 0, answer: () => ok(report), at: () => undefined, ...change };
  const made: number[] = [];
  let now = 0;
  let looked = 0;
  let told = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    told = resolve;
  });
  const byItself = deliverByItself({
    elapsed: () => now,
    async pause(milliseconds) {
      await Promise.resolve();
      now += milliseconds;
      looked += 1;
      if (looked > looks) {
        told();
        throw new WireFailure('cancelled');
      }
      scene.at(looked, scene);
    },
    network: async () => scene.network,
    unsent: () => scene.unsent,
    async exchange() {
      made.push(now / 1000);
      return scene.answer();
    },
  });
  await over;
  await byItself.end();
  return made;
}

test('when a network appears, and then every two minutes for news', async () => {
  expect(await exchangesOver(30, {})).toEqual([10, 130, 250]);
});

test('on no network, or when the person does not want it, never', async () => {
  expect(await exchangesOver(30, { network: null })).toEqual([]);
});

test('what is written goes at the next look; what stays is no reason to ask again', async () => {
  expect(
    await exchangesOver(10, {
      at: (look, scene) => {
        if (look === 4) scene.unsent = 2;
      },
    }),
  ).toEqual([10, 40]);
});

test('after a failure it waits longer each time, and another network begins anew', async () => {
  const made = await exchangesOver(40, {
    answer: () => failed('server-absent'),
    at: (look, scene) => {
      if (look === 30) scene.network = 'hotel' as NetworkId;
    },
  });
  expect(made).toEqual([10, 40, 100, 220, 300, 330, 390]);
  expect(waitAfter(20)).toBe(15 * 60_000);
});

test('a failure inside a report counts, giving way to a person does not', async () => {
  expect(await exchangesOver(5, { answer: () => ok({ ...report, failure: { code: 'server-refused' } }) })).toEqual([10, 40]);
  expect(await exchangesOver(14, { answer: () => failed('busy') })).toEqual([10, 130]);
});

test('where it is held for a while it begins with the first look after that', async () => {
  const made = await exchangesOver(60, {
    at: (look, scene) => {
      if (look === 5) scene.network = null;
      if (look === 50) scene.network = office;
    },
  });
  expect(made).toEqual([10, 500]);
});
