import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Libraries that only this build bundles. In the other build, the host provides them. */
const onlyInEmbed = new Set(['posthog-js']);
/**
 * Imports that the host provides, that the build removes, or that parts of ours replace in the
 * browser: src/schema replaces zod, and src/view replaces Preact and its signals.
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

/**
 * Returns the names of packages that the widget's sources import as values and the `npm` or `embed`
 * build bundles.
 */
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
