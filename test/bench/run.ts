import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { measureColdStart } from './cold-start/cold-start.ts';
import { asTable, median, meets, ratioOf, type Measurement } from './measurement.ts';
import { measureMinutesToPdf } from './minutes-to-pdf.ts';
import { measureNothingNew, roundTrip } from './nothing-new.ts';
import { resultFile } from './results-plugin.ts';

/**
 * All measurements, one after the other, so that none disturbs another. Each says its ratio against
 * a reference of the same run. `npm run bench -- cold-start minutes` runs only those. The table is
 * printed and kept with the figures in out/bench.
 */
const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'out/bench');

const benches: Readonly<Record<string, () => readonly Measurement[] | Promise<readonly Measurement[]>>> = {
  'cold-start': coldStart,
  notebook: () => inElectron('notebook'),
  search: () => inElectron('search'),
  minutes,
  sync: () => inElectron('sync'),
  'nothing-new': nothingNew,
};

async function coldStart(): Promise<readonly Measurement[]> {
  const { empty, later } = await measureColdStart(7);
  return [{ what: 'cold start to the unlock screen', value: later, unit: 'ms', against: { what: 'empty window', value: empty }, target: { times: 1.5 } }];
}

async function minutes(): Promise<readonly Measurement[]> {
  const times = await measureMinutesToPdf();
  const [whole, alone] = [median(times.map((one) => one.whole)), median(times.map((one) => one.alone))];
  return [{ what: `minutes of ${times[0]?.pages ?? 0} pages to PDF`, value: whole, unit: 'ms', against: { what: 'printing alone', value: alone }, target: { times: 2 } }];
}

async function nothingNew(): Promise<readonly Measurement[]> {
  const { seconds, bytes } = await measureNothingNew();
  const what = 'nothing new in twenty compartments';
  return [
    { what, value: median(seconds), unit: 's', against: { what: 'there and back', value: roundTrip / 1000 }, target: { most: 1 } },
    { what: `${what}, bytes`, value: bytes / 1000, unit: 'kB', target: { most: 10 } },
  ];
}

/** Runs test/bench/<name> in Electron's renderer, which hands its results over. */
function inElectron(name: string): readonly Measurement[] {
  rmSync(resultFile(name), { force: true });
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', `test/bench/${name}/vitest.config.ts`], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`the measurement in test/bench/${name} did not end well`);
  return JSON.parse(readFileSync(resultFile(name), 'utf8')) as readonly Measurement[];
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement "${unknown.join('", "')}". There are: ${Object.keys(benches).join(', ')}.\n`);
  process.exit(2);
}
await bundle();
mkdirSync(folder, { recursive: true });
const measured: Measurement[] = [];
for (const [name, measure] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  try {
    measured.push(...(await measure()));
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
    process.exitCode = 1;
  }
}
const table = asTable(measured);
writeFileSync(path.join(folder, 'bench.txt'), `${table}\n`);
writeFileSync(path.join(folder, 'bench.json'), JSON.stringify(measured.map((one) => ({ ...one, ratio: ratioOf(one), met: meets(one) })), null, 2));
process.stdout.write(`\n${table}\n`);
