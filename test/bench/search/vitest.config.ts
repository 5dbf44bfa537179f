import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { electron } from '../../electron-runner/electron-provider.ts';
import { resultsPlugin } from '../results-plugin.ts';

/** Run by `npm run bench -- search`; RAPPORTEUR_RECORDS says how many records (50,000). */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  plugins: [resultsPlugin()],
  define: { 'import.meta.env.RAPPORTEUR_RECORDS': JSON.stringify(process.env['RAPPORTEUR_RECORDS'] ?? '50000') },
  test: {
    include: ['test/bench/search/*.bench.ts'],
    testTimeout: 1_800_000,
    browser: { enabled: true, provider: electron(), instances: [{ browser: 'chromium' }], ui: false, headless: true, screenshotFailures: false },
  },
});
