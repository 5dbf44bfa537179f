import { beforeAll, expect, test } from 'vitest';
import { cryptoReady, randomId } from '../../core/crypto/sodium.ts';
import type { RecordId } from '../../core/ids.ts';
import { freshName, good } from '../builders/engines.ts';
import { aDataKey, aLedger, anEditOf, never, snapshotTaken, toldBy, Unsnapped, rowsOf } from '../builders/ledgers.ts';
import type { News, Task } from './at-work.ts';

beforeAll(() => cryptoReady);

/** Enough for several pieces, so that the snapshot is written in several transactions. */
const records = 1500;
const rounds = 40;

/** Ends a worker after a while, in whatever it is doing; answers what it said to be durable. */
async function endedAtWork(task: Task, after: number): Promise<readonly Exclude<News, 'opened'>[]> {
  const worker = new Worker(new URL('./at-work.ts', import.meta.url), { type: 'module' });
  const kept: Exclude<News, 'opened'>[] = [];
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<News>) => {
      if (data === 'opened') setTimeout(resolve, after);
      else kept.push(data);
    });
    worker.postMessage(task);
  });
  worker.terminate();
  return kept;
}

test('whenever the process ends, the next start says what a fold of everything says', async () => {
  const name = await freshName();
  const dataKey = aDataKey();
  const first = aLedger(name, dataKey, { snapshotRest: 0 });
  await first.ledger.load();
  const changes = Array.from({ length: records }, (_, number) => anEditOf(randomId<RecordId>(), 'note', { title: `note ${number}` }));
  good(await first.ledger.exclusively(() => first.ledger.keep({ changes, own: true })));
  await snapshotTaken(first, dataKey);
  await first.ledger.close();
  first.database.close();

  const seen = { marked: 0, strays: 0, kept: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const kept = await endedAtWork({ name, dataKey, rest: round % 3 === 0 ? 30 : 0 }, Math.random() * 120);
    seen.kept += kept.length;
    const whole = aLedger(name, dataKey, { database: new Unsnapped(name) });
    await whole.ledger.load();
    const expected = await toldBy(whole.ledger);
    const again = aLedger(name, dataKey, { snapshotRest: never });
    const there = await again.database.readSnapshot(rowsOf(dataKey).manifestKey());
    const pieces = (await again.database.pieceIds()).length;
    expect(there.manifest).toBeDefined();
    if (there.since.length > 0) seen.marked += 1;
    await again.ledger.load();
    // Before the rest was read, and after.
    expect(await again.ledger.today()).toEqual(await whole.ledger.today());
    expect(await toldBy(again.ledger)).toEqual(expected);
    if ((await again.database.pieceIds()).length < pieces) seen.strays += 1;
    for (const { record, change } of kept) expect((await again.ledger.history(record)).has(change)).toBe(true);
    await whole.ledger.close();
    await again.ledger.close();
    whole.database.close();
    again.database.close();
  }
  // The rounds met what they are for: writes that no snapshot covers, and pieces of unfinished ones.
  expect(seen.marked).toBeGreaterThan(0);
  expect(seen.strays).toBeGreaterThan(0);
  expect(seen.kept).toBeGreaterThan(0);
}, 600_000);
