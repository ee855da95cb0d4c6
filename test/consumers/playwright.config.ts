import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/**
 * Tests with fresh projects that install the packed packages. `CONSUMERS=all` runs every project.
 */
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
