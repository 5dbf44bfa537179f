import { expect, test } from 'vitest';
import type { ParcelId } from '../../../core/ids.ts';
import type { OpenedParcelContent, WaitingWhy } from './opening.ts';
import { countWaiting, waitingAfter, worthTrying, type Waiting } from './waiting.ts';

const content = (parcel: string, waiting: WaitingWhy | null): OpenedParcelContent => ({ parcel: parcel as ParcelId, epoch: 1, letters: [], verdicts: [], removed: [], waiting, refused: [] });
const none: Waiting = new Map();

test('what does not open waits; what opens later waits no more', () => {
  const first = waitingAfter(none, [content('a', 'no-key'), content('b', null), content('c', 'forged')], '1/1');
  expect(countWaiting([first])).toEqual([{ why: 'no-key', count: 1 }, { why: 'forged', count: 1 }]);
  const second = waitingAfter(first, [content('a', null)], '2/1');
  expect(countWaiting([second, first])).toEqual([{ why: 'no-key', count: 1 }, { why: 'forged', count: 2 }]);
});

test('tried again only when something new is known, and never what is bad for good', () => {
  const waiting = waitingAfter(none, [content('a', 'no-key'), content('b', 'unknown-signer'), content('c', 'forged'), content('d', 'damaged')], '1/1');
  expect(worthTrying(waiting, '1/1')).toEqual([]);
  expect(worthTrying(waiting, '1/2')).toEqual(['a', 'b']);
});
