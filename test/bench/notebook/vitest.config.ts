import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { electron } from '../../electron-runner/electron-provider.ts';
import { resultsPlugin } from '../results-plugin.ts';

/** Run by `npm run bench -- notebook`. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  plugins: [resultsPlugin()],
  define: { 'import.meta.env.RAPPORTEUR_RECORDS': JSON.stringify(process.env['RAPPORTEUR_RECORDS'] ?? '50000') },
  test: {
    include: ['test/bench/notebook/*.bench.ts'],
    testTimeout: 3_600_000,
    browser: { enabled: true, provider: electron(), instances: [{ browser: 'chromium' }], ui: false, headless: true, screenshotFailures: false },
  },
});
