import { defineConfig } from '@playwright/test';
import { launchOptions } from './build/chromium.mjs';

const launch = launchOptions();

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/support/demoServer.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    launchOptions: {
      ...launch,
      args: [...launch.args, '--disable-gpu', '--disable-quic', '--disable-background-networking'],
    },
  },
});
