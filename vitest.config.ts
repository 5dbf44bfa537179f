import { defineConfig } from 'vitest/config';
import { totalsReporter } from './test/totals-reporter.ts';
import { electron } from './test/electron-runner/electron-provider.ts';
import { officePlugin } from './test/office/office-plugin.ts';

const everywhere = ['core', 'renderer', 'electron', 'server', 'build', 'test'];
const never = ['**/node_modules/**', 'dist/**', 'out/**'];

export default defineConfig({
  test: {
    reporters: ['default', totalsReporter(process.env['RAPPORTEUR_TEST_PROJECT'] ?? 'tests')],
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...never, '**/*.electron.test.{ts,tsx}'],
          // A busy machine may take its time; what hangs is still found.
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        server: { fs: { strict: true } },
        plugins: [officePlugin()],
        test: {
          name: 'electron',
          include: everywhere.map((folder) => `${folder}/**/*.electron.test.{ts,tsx}`),
          exclude: never,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
          browser: {
            enabled: true,
            provider: electron(),
            instances: [{ browser: 'chromium' }],
            ui: false,
            headless: true,
            screenshotFailures: false,
          },
        },
      },
    ],
  },
});
