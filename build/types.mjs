import { readdirSync, rmSync } from 'node:fs';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';

/** Runs `tsc` for all of `src`, which emits one file per module. */
const emitted = 'dist/types';

const locales = readdirSync(`${emitted}/i18n/locales`)
  .filter((file) => /^[a-z]{2}\.d\.ts$/.test(file))
  .map((file) => `i18n/locales/${file.slice(0, -'.d.ts'.length)}`);
const entries = [
  'index',
  'react/index',
  'vue/index',
  'elements/index',
  'client/index',
  'diagnose/index',
  'moving/index',
  'analytics/posthog',
  ...locales,
];

/**
 * Bundles the types of the npm package. Types of bundled libraries are included, so that a host
 * does not need to install them or to set `skipLibCheck`.
 */
const bundle = await rollup({
  input: Object.fromEntries(entries.map((entry) => [entry, `${emitted}/${entry}.d.ts`])),
  external: /^(react|vue|posthog-js)(\/|$)/,
  plugins: [dts({ respectExternal: true, tsconfig: 'tsconfig.npm.json' })],
});
await bundle.write({
  dir: 'dist/npm',
  entryFileNames: '[name].d.ts',
  chunkFileNames: 'chunks/[name].ts',
});
await bundle.close();
rmSync(emitted, { recursive: true });
