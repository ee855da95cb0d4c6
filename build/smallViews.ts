import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const files: Record<string, string> = {
  preact: 'preact',
  'preact/hooks': 'hooks',
  'preact/jsx-runtime': 'jsxRuntime',
  'preact/jsx-dev-runtime': 'jsxRuntime',
  '@preact/signals': 'signalHooks',
  '@preact/signals-core': 'signals',
};

/** Puts the small part of Preact and of its signals that the widget uses in place of the libraries. */
export function smallViews(): Plugin {
  return {
    name: 'small-views',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^@?preact/ },
      handler: (id) =>
        Object.hasOwn(files, id)
          ? fileURLToPath(new URL(`../src/view/${files[id]}.ts`, import.meta.url))
          : null,
    },
  };
}
