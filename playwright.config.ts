import { defineConfig } from '@playwright/test';
import { launchOptions } from './build/chromium.mjs';

const launch = launchOptions();

/**
 * Selects this tab in the dialog for sharing a screen. Chromium supports it with and without a
 * window.
 */
const sharesTab = ['ui', 'device'].map(
  (part) => `--use-fake-${part}-for-media-stream=display-media-type=browser`,
);

export default defineConfig({
  testDir: 'test/browser',
  globalSetup: './test/support/demoServer.ts',
  workers: 2,
  fullyParallel: true,
  // These only end a test that hangs. A busy machine does not reach them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['line'], ['json', { outputFile: 'test-results/browser.json' }]],
  outputDir: 'test-results/browser',
  use: {
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Rendering all frames of transitions takes a fifth of the browser's time. Tests about motion
    // allow it.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...launch,
      // Equal for all tests, because a file with other arguments would need another browser and a
      // new worker.
      args: [
        ...launch.args,
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        ...sharesTab,
      ],
    },
  },
});
