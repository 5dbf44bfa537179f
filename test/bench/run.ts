import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { bundle } from '../../build/bundle.ts';

/**
 * All measurements, one after the other, so that none disturbs another. Each says its ratio against
 * a reference of the same run. `npm run bench -- cold-start minutes` runs only those.
 */
const root = path.resolve(import.meta.dirname, '../..');
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const measurements: Readonly<Record<string, readonly string[]>> = {
  'cold-start': ['test/bench/cold-start/cold-start.ts'],
  minutes: ['test/bench/minutes-to-pdf.ts'],
  sync: [vitest, 'run', '--config', 'test/bench/sync/vitest.config.ts'],
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(measurements, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no measurement "${unknown.join('", "')}". There are: ${Object.keys(measurements).join(', ')}.\n`);
  process.exit(2);
}
await bundle();
for (const [name, command] of Object.entries(measurements)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(process.execPath, [...command], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
