import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { electron } from '../../electron-runner/electron-provider.ts';
import { officePlugin } from '../../office/office-plugin.ts';
import { resultsPlugin } from '../results-plugin.ts';

/** Run by `npm run bench -- sync`; against CouchDB when COUCHDB_URL is set. */
export default defineConfig({
  root: path.resolve(import.meta.dirname, '../../..'),
  plugins: [officePlugin(), resultsPlugin()],
  define: { 'import.meta.env.RAPPORTEUR_LETTERS': JSON.stringify(process.env['RAPPORTEUR_LETTERS'] ?? '10000') },
  test: {
    include: ['test/bench/sync/*.bench.ts'],
    testTimeout: 1_800_000,
    browser: { enabled: true, provider: electron(), instances: [{ browser: 'chromium' }], ui: false, headless: true, screenshotFailures: false },
  },
});
