import { defineConfig } from '@playwright/test';
import { launchOptions } from './build/chromium.mjs';

const launch = launchOptions();

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/support/demoServer.ts',
  workers: 2,
  fullyParallel: true,
  // These only end a test that hangs; a busy machine never meets them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
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
