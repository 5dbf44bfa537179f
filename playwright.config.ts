import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'out/e2e',
  // Two cores: one app (of several processes) at a time.
  workers: 1,
  fullyParallel: false,
  // A shared machine may be many times slower than a quiet one: these only end what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ['./test/e2e/totals-reporter.ts']],
});
