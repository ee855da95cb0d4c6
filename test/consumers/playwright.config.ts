import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** Fresh projects of strangers that install the packed packages. `CONSUMERS=all` runs every one. */
export default defineConfig({
  testDir: '.',
  workers: 2,
  fullyParallel: true,
  timeout: 300_000,
  expect: { timeout: 20_000 },
  globalSetup: './support/prepareAll.ts',
  reporter: [['line'], ['json', { outputFile: '../../test-results/consumers.json' }]],
  outputDir: '../../test-results/consumers',
  use: base.use ?? {},
});
