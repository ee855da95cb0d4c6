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

/** Replaces the Preact and signals libraries by the small parts of them that the widget uses. */
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
