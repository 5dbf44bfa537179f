import { proxy, wrap } from 'comlink';
import { afterEach, expect, test } from 'vitest';
import { ana, good, passphrase, rawRows, sensitive } from '../../test/builders/engines.ts';
import type { EngineApi, EngineEvent } from './api.ts';

/** The worker's own database; no other test uses it. */
const name = 'rapporteur';
const running: Worker[] = [];

/** The engine from outside; Comlink's own type does not see that parts of parts are remote too. */
type EngineInWorker = Omit<EngineApi, 'subscribe'> & { subscribe(listener: (event: EngineEvent) => void): Promise<() => void> };

function aWorker(): EngineInWorker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  running.push(worker);
  return wrap<EngineApi>(worker) as unknown as EngineInWorker;
}

/** Ends the worker as the interface does at lock, or as a crash does: in the middle of whatever it does. */
function endWorkers(): void {
  for (const worker of running.splice(0)) worker.terminate();
}

afterEach(endWorkers);

test('the engine answers from its worker, tells events, and loses nothing when it is ended in the middle', async () => {
  const first = aWorker();
  const events: EngineEvent['type'][] = [];
  const stop = await first.subscribe(proxy((event: EngineEvent) => void events.push(event.type)));
  expect(await first.vault.state()).toEqual({ state: 'none' });
  good(await first.vault.createAlone(ana, passphrase));
  expect(await first.vault.derivationTime()).toBeGreaterThan(0);
  const kept: string[] = [];
  let answered = 0;
  const ended = new Promise<void>((resolve) => {
    for (let number = 0; number < 200; number += 1) {
      void first.notebook.save({ kind: 'note', value: { title: `note ${number}` }, level: sensitive }).then((result) => {
        if (result.ok) kept.push(result.value.record);
        answered += 1;
        if (answered === 60) {
          endWorkers();
          resolve();
        }
      });
    }
  });
  await ended;
  const second = aWorker();
  good(await second.vault.unlock(passphrase));
  const rows = await second.notebook.list('note');
  const there = new Set<string>(rows.map((row) => row.record));
  expect(kept.filter((record) => !there.has(record))).toEqual([]);
  expect(rows.length).toBeGreaterThanOrEqual(60);
  expect(events).toContain('records');
  // Each change has its mark and each mark its change: a transaction is whole or not there.
  const { changes, unsent } = await rawRows(name);
  expect(unsent?.map((row) => row.key)).toEqual(changes?.map((row) => row.key));
  expect(stop).toBeTypeOf('function');
  await second.vault.lock();
});
