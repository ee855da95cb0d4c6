import { readFileSync } from 'node:fs';
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import { defineConfig } from 'vitest/config';
import { shadowCss } from './build/shadowCss.ts';
import { smallViews } from './build/smallViews.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** Projects that this run names. Empty if all projects run. */
const projects = process.argv.flatMap((argument, index, all) =>
  argument === '--project' ? all[index + 1] : (argument.match(/^--project=(.*)/)?.[1] ?? []),
);

/** Storybook and Chromium are only looked up in a run that includes the stories. */
async function stories() {
  const { storybookTest } = await import('@storybook/addon-vitest/vitest-plugin');
  const { playwright } = await import('@vitest/browser-playwright');
  const { launchOptions } = await import('./build/chromium.mjs');
  return {
    extends: true as const,
    // Stories are rendered like the minified widget.
    plugins: [storybookTest(), smallViews()],
    // If they were discovered late, these would reload the page in the middle of a story.
    optimizeDeps: {
      exclude: ['@storybook/preact'],
      include: [
        'preact/compat',
        '@floating-ui/dom',
        'axe-core',
        'eventsource-parser',
        'idb',
        'lucide',
        'modern-screenshot',
        'zod/mini',
      ],
    },
    test: {
      name: 'stories',
      testTimeout: 45_000,
      // Loading all modules again for each file takes half of the time.
      isolate: false,
      browser: {
        enabled: true,
        headless: true,
        provider: playwright({
          launchOptions: launchOptions(),
          contextOptions: { locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
        }),
        instances: [{ browser: 'chromium' as const }],
      },
    },
  };
}

/**
 * Files that may behave differently on the embedded database: connections, roles, locks and
 * notifications. The browser tests also use it.
 */
const differing = [
  'canary',
  'checker',
  'conformance',
  'idempotency',
  'isolation',
  'jobs',
  'live',
  'messageSearch',
  'migrate',
  'pipeline',
  'scope',
  'tickets',
];

/** Files for the main paths, run on a Postgres that simulates NileDB. */
const onNile = [
  'nile',
  'nileWork',
  'agents',
  'articles',
  'attachments',
  'audiences',
  'conversations',
  'idempotency',
  'integrations',
  'jobs',
  'keys',
  'organizations',
  'pairings',
  'pairingsOfModes',
  'pairingsOfOrganizations',
  'rateLimit',
  'search',
  'tickets',
];

/**
 * Returns the backend's tests for one of its databases. Files share their modules, but each has its
 * own database.
 */
function server(name: string, database: 'pglite' | 'postgres' | 'nile', files: readonly string[]) {
  return {
    extends: true as const,
    test: {
      name,
      include: files.map((file) => `test/server/${file}.test.ts`),
      environment: 'node' as const,
      isolate: false,
      globalSetup: `test/server/support/${database}.setup.ts`,
      execArgv: ['--import', './test/server/support/typescriptThreads.mjs'],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  };
}

/**
 * Returns the unit tests of some files. Most files share their process. Those that test what
 * happens once for each page, such as a line in the console, are `alone` in theirs.
 */
function unit(name: string, files: { include: string[]; isolate: boolean }) {
  return {
    extends: true as const,
    test: {
      ...files,
      name,
      // A test that needs a page says so in its first line.
      environment: 'node' as const,
      setupFiles: 'test/support/betweenFiles.ts',
      restoreMocks: true,
      unstubGlobals: true,
      testTimeout: 30_000,
      css: true,
    },
  };
}

export default defineConfig({
  plugins: [vanillaExtractPlugin({ identifiers: 'short' }), shadowCss()],
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      unit('unit', { include: ['test/unit/**/!(*.alone).test.{ts,tsx}'], isolate: false }),
      unit('unit-alone', { include: ['test/unit/**/*.alone.test.{ts,tsx}'], isolate: true }),
      {
        extends: true,
        test: {
          name: 'recipes',
          include: ['test/recipes/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      server('server', 'postgres', ['**/*']),
      server('server-pglite', 'pglite', differing),
      server('server-nile', 'nile', onNile),
      server('server-pglite-all', 'pglite', ['**/*']),
      ...(projects.length === 0 || projects.includes('stories') ? [stories] : []),
    ],
  },
});
