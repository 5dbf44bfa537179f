import { checks } from '../../build/checks.ts';

/**
 * The whole fault list for synchronisation: longer stories and more of everything than `npm test`,
 * which runs the same with little. A failure names its seed; the same environment shows it again.
 */
const settings = {
  RAPPORTEUR_SEED: String(Math.floor(Math.random() * 1_000_000)),
  RAPPORTEUR_KILLS: '200',
  RAPPORTEUR_HOSTILE: '10000',
  RAPPORTEUR_STEPS: '60',
  ...process.env,
};
const first = Number(settings.RAPPORTEUR_SEED);
const seeds = process.env['RAPPORTEUR_SEEDS'] ?? Array.from({ length: 6 }, (_, number) => first + number).join(' ');
Object.assign(process.env, settings, { RAPPORTEUR_SEEDS: seeds });

const said = `RAPPORTEUR_SEED=${settings.RAPPORTEUR_SEED} RAPPORTEUR_SEEDS="${seeds}" RAPPORTEUR_KILLS=${settings.RAPPORTEUR_KILLS} RAPPORTEUR_HOSTILE=${settings.RAPPORTEUR_HOSTILE} RAPPORTEUR_STEPS=${settings.RAPPORTEUR_STEPS}`;
process.stdout.write(`${said}\n`);

interface Part {
  readonly what: string;
  readonly run: () => Promise<boolean>;
}

const parts: readonly Part[] = [
  { what: 'a line that fails, wrong clocks, copied notebooks, hostile letters, ends in the middle of a write', run: () => checks.electron(['test/faults', 'renderer/engine/pouch']) },
  { what: 'the rules of delivery, on their own', run: () => checks.unit(['test/faults', 'renderer/engine/pouch', 'electron/main/store', 'test/integration/delivery.test.ts']) },
  { what: 'kills, a full disk, traces on the disk', run: () => checks.e2e(['test/e2e/kill.e2e.ts', 'test/e2e/full-disk.e2e.ts', 'test/e2e/canaries.e2e.ts']) },
];

const told: string[] = [];
let allPassed = true;
for (const { what, run } of parts) {
  const before = performance.now();
  const passed = await run();
  allPassed &&= passed;
  told.push(`${passed ? 'passed' : 'FAILED'} ${((performance.now() - before) / 60_000).toFixed(1).padStart(6)} min  ${what}`);
}
process.stdout.write(`\n${told.join('\n')}\n`);
if (allPassed) process.stdout.write(`\nfaults: nothing lost, nothing doubled, nothing shown that is not so (${said})\n`);
else {
  process.stdout.write(`\nfaults: FAILED. Once more: ${said} npm run test:faults\n`);
  process.exitCode = 1;
}
