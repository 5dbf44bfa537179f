// Runs the checks named, in order and to the end, and fails when any of them failed.
// Usage: check.ts <check…> [-- <arguments for the last one>]
import { checks, type CheckName } from './checks.ts';

const words = process.argv.slice(2);
const dashes = words.indexOf('--');
const names = dashes === -1 ? words : words.slice(0, dashes);
const extra = dashes === -1 ? [] : words.slice(dashes + 1);

const outcomes: { name: string; ok: boolean; seconds: number }[] = [];
for (const name of names) {
  const started = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const ok = await checks[name as CheckName](extra);
  outcomes.push({ name, ok, seconds: (performance.now() - started) / 1000 });
}

process.stdout.write('\n');
for (const { name, ok, seconds } of outcomes) {
  process.stdout.write(`${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(9)} ${seconds.toFixed(1)} s\n`);
}
process.exitCode = outcomes.every(({ ok }) => ok) ? 0 : 1;
