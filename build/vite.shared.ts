import { readFileSync } from 'node:fs';
import { vanillaExtractPlugin } from '@vanilla-extract/vite-plugin';
import type { UserConfig } from 'vite';
import { shadowCss } from './shadowCss.ts';

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** What every build, test and story of browser code needs. */
export function shared(): UserConfig {
  return {
    plugins: [vanillaExtractPlugin({ identifiers: 'short' }), shadowCss()],
    define: { __VERSION__: JSON.stringify(version) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  };
}

/** Licences of all that is bundled, beside the files that contain it. */
export const notices = { fileName: 'THIRD_PARTY_NOTICES.md' };
