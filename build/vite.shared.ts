import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import type { UserConfig } from 'vite';
import { shadowCss } from './shadowCss.ts';
import { shortName } from './shortNames.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Settings of every build, test and story of browser code. */
export function shared(css: Parameters<typeof shadowCss>[0] = {}): UserConfig {
  return {
    plugins: [vanillaExtractPlugin({ identifiers: shortName }), shadowCss(css)],
    define: {
      __VERSION__: JSON.stringify(version),
      // Names of signals for developer tools, which a packed widget does not show.
      'window.__PREACT_SIGNALS_DEVTOOLS__': 'undefined',
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  };
}

/** In the browser a small schema library of ours stands in for zod, which would be half of the client. */
export const smallSchemas = {
  alias: { 'zod/mini': fileURLToPath(new URL('../src/schema/mini.ts', import.meta.url)) },
};

/** Licenses of all that is bundled, beside the files that contain it. */
export const notices = { fileName: 'THIRD_PARTY_NOTICES.md' };
