import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import type { UserConfig } from 'vite';
import { shadowCss } from './shadowCss.ts';
import { shortName } from './shortNames.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Settings for all builds, tests and stories of browser code. */
export function shared(css: Parameters<typeof shadowCss>[0] = {}): UserConfig {
  return {
    plugins: [vanillaExtractPlugin({ identifiers: shortName }), shadowCss(css)],
    define: {
      __VERSION__: JSON.stringify(version),
      // Names of signals for developer tools, which a minified widget does not need.
      'window.__PREACT_SIGNALS_DEVTOOLS__': 'undefined',
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  };
}

/**
 * In the browser, a small schema library of ours replaces zod, which would be half of the client.
 */
export const smallSchemas = {
  alias: { 'zod/mini': fileURLToPath(new URL('../src/schema/mini.ts', import.meta.url)) },
};

/** Licenses of all bundled libraries, next to the files that contain them. */
export const notices = { fileName: 'THIRD_PARTY_NOTICES.md' };
