import { readFileSync } from 'node:fs';
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import { defineConfig } from 'vitest/config';
import { shadowCss } from './build/shadowCss.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

export default defineConfig({
  plugins: [vanillaExtractPlugin({ identifiers: 'short' }), shadowCss()],
  define: { __VERSION__: JSON.stringify(version) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          css: true,
        },
      },
      ...['pglite', 'postgres'].map((database) => ({
        extends: true as const,
        test: {
          name: database === 'pglite' ? 'server' : `server-${database}`,
          include: ['test/server/**/*.test.ts'],
          environment: 'node' as const,
          globalSetup: `test/server/support/${database}.setup.ts`,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      })),
    ],
  },
});
