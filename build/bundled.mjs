import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A library that only this build bundles; in the other one it is the host's. */
const onlyInEmbed = new Set(['posthog-js']);
/**
 * Imports that the host provides, that the build removes, or that parts of ours replace in the browser: zod by
 * src/schema, Preact and its signals by src/view.
 */
const neverBundled = new Set([
  'react',
  'vue',
  '@vanilla-extract/css',
  '@penguinmails/support-widget',
  'zod',
  'preact',
  '@preact/signals',
  '@preact/signals-core',
]);

/** Names of the packages that the sources of the widget import as values and the `npm` or `embed` build bundles. */
export function findBundled(dist) {
  const found = new Set();
  for (const file of readdirSync('src', { recursive: true })) {
    if (!/\.tsx?$/.test(file)) continue;
    const code = readFileSync(join('src', file), 'utf8');
    const statements = /^import (?!type\b)[^;]*?from '([^.'][^']*)'|import\('([^.'][^']*)'\)/gm;
    for (const [, source = '', lazy = source] of code.matchAll(statements)) {
      found.add(
        lazy
          .split('/')
          .slice(0, lazy.startsWith('@') ? 2 : 1)
          .join('/'),
      );
    }
  }
  return [...found].filter(
    (name) => !neverBundled.has(name) && (dist === 'embed' || !onlyInEmbed.has(name)),
  );
}
