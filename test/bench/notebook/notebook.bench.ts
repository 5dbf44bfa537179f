import { Dexie } from 'dexie';
import { beforeAll, test } from 'vitest';
import { cryptoReady, randomBytes, randomId, toBase64Url } from '../../../core/crypto/sodium.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { anOpenEngine, freshName, good, sensitive } from '../../builders/engines.ts';
import { aDataKey, aLedger, anEditOf, never, snapshotTaken } from '../../builders/ledgers.ts';
import { handOver } from '../hand-over.ts';
import { median, p95, type Measurement } from '../measurement.ts';

/** The engine's side of a large notebook: unlock to Today, a case with very many notes, saving. */
const records = Number(import.meta.env['RAPPORTEUR_RECORDS']);
const fewRecords = 500;
const notesOfACase = Math.min(10_000, records);
const seededAtOnce = 1_000;
const rounds = 5;
const saves = 150;

beforeAll(() => cryptoReady);

function aNoteOf(number: number, caseOf: RecordId | null): Change {
  const text = toBase64Url(randomBytes(400));
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  return anEditOf(randomId<RecordId>(), number % 10 === 0 ? 'action' : 'note', number % 10 === 0 ? { text, due: '2031-01-01', status: 'open' } : { title: `Note ${number}`, body, case: caseOf });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Milliseconds from an open store with so many records to a Today that can be shown; the median of some unlocks. */
async function unlockToToday(count: number): Promise<number> {
  const [name, dataKey] = [await freshName(), aDataKey()];
  const first = aLedger(name, dataKey, { snapshotRest: 0 });
  await first.ledger.load();
  for (let at = 0; at < count; at += seededAtOnce) {
    const changes = Array.from({ length: Math.min(seededAtOnce, count - at) }, (_, index) => aNoteOf(at + index, null));
    good(await first.ledger.exclusively(() => first.ledger.keep({ changes, own: false })));
  }
  await snapshotTaken(first, dataKey);
  await first.ledger.close();
  first.database.close();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const again = aLedger(name, dataKey, { snapshotRest: never });
    await again.database.readHeader();
    times.push(await timed(async () => {
      await again.ledger.load();
      await again.ledger.today();
    }));
    await again.ledger.close();
    again.database.close();
  }
  await Dexie.delete(name);
  return median(times);
}

async function caseAndSaving(): Promise<readonly Measurement[]> {
  const { engine, ground } = await anOpenEngine();
  const aCase = good(await engine.notebook.save({ kind: 'case', value: { title: 'A large one' }, level: sensitive }));
  for (let at = 0; at < notesOfACase; at += seededAtOnce) {
    const changes = Array.from({ length: Math.min(seededAtOnce, notesOfACase - at) }, (_, index) => aNoteOf((at + index) * 10 + 1, aCase.record));
    good(await ground().ledger.storeArrived({ changes, letters: [], repeatable: true }));
  }
  const opening: number[] = [];
  for (let round = 0; round < rounds; round += 1) opening.push(await timed(() => engine.notebook.list('note', { case: aCase.record })));
  const { saving, bare } = await savingAndBare(engine.notebook);
  await engine.end();
  return [
    { what: `rows of a case with ${notesOfACase} notes`, value: median(opening), unit: 'ms', target: { most: 300 } },
    { what: 'saving a note, p95', value: p95(saving), unit: 'ms', against: { what: 'a bare strict put', value: p95(bare) }, target: { times: 3 } },
  ];
}

/** Both in turns, so that what else the disk does falls on both alike. */
async function savingAndBare(notebook: { save(input: never): Promise<unknown> }): Promise<{ readonly saving: readonly number[]; readonly bare: readonly number[] }> {
  const name = await freshName();
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' });
  database.version(1).stores({ rows: 'id' });
  const times = { saving: [] as number[], bare: [] as number[] };
  for (let count = 0; count < saves; count += 1) {
    const text = toBase64Url(randomBytes(700));
    const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    times.saving.push(await timed(() => notebook.save({ kind: 'note', value: { title: 'Note', body }, level: sensitive } as never)));
    times.bare.push(await timed(() => database.table('rows').put({ id: randomId(), sealed: randomBytes(1_600) })));
  }
  database.close();
  await Dexie.delete(name);
  return times;
}

test(`a notebook of ${records} records`, async () => {
  const few = await unlockToToday(fewRecords);
  const all = await unlockToToday(records);
  await handOver('notebook', [
    { what: `unlock to Today, ${records} records`, value: all, unit: 'ms', target: { most: 1_000 } },
    { what: `the same against ${fewRecords} records`, value: all, unit: 'ms', against: { what: `${fewRecords} records`, value: few }, target: { times: 2 } },
    ...(await caseAndSaving()),
  ]);
});
