import { defineConfig } from '@playwright/test';
import { launchOptions } from './build/chromium.mjs';

const launch = launchOptions();

/** Answers the question for a screen with this tab; known to Chromium with and without a window. */
const sharesTab = ['ui', 'device'].map(
  (part) => `--use-fake-${part}-for-media-stream=display-media-type=browser`,
);

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
    // Drawing each frame of a transition costs a fifth of the browser's time. Tests whose subject it is allow motion.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      ...launch,
      // The same for every test: another list of a file is another browser, and a worker that starts again.
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
