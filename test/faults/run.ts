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
const outcomes = [
  await checks.electron(['test/faults', 'renderer/engine/pouch']),
  await checks.unit(['test/faults', 'renderer/engine/pouch', 'test/integration/delivery.test.ts']),
  await checks.e2e(['test/e2e/kill.e2e.ts', 'test/e2e/canaries.e2e.ts']),
];
if (outcomes.every(Boolean)) process.stdout.write('\nfaults: nothing lost, nothing doubled, nothing shown that is not so\n');
else {
  process.stdout.write(`\nfaults: FAILED. Once more: ${said} npm run test:faults\n`);
  process.exitCode = 1;
}
