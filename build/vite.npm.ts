import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { changedBuiltIns } from './changedBuiltIns.ts';
import { namedElements } from './namedElements.ts';
import { smallViews } from './smallViews.ts';
import { notices, shared, smallSchemas } from './vite.shared.ts';

/** Left to the host's bundler: what has to be the host's own copy. */
const peers = ['react', 'react-dom', 'vue', 'posthog-js'];

/** One entry a language, such as `es.ts`; the other files there are part of the widget. */
const locales = readdirSync('src/i18n/locales')
  .filter((file) => /^[a-z]{2}\.ts$/.test(file))
  .map((file) => file.replace('.ts', ''))
  .map((name) => [`i18n/locales/${name}`, `src/i18n/locales/${name}.ts`]);

/**
 * Whether a module registers styles, words or hooks (signals) by being imported. The host's bundler must keep such a chunk
 * (`sideEffects` in package.json); it can leave out all others when nothing of them is used. The floating
 * button has styles too, but is never imported for those alone.
 */
function registers(id: string): boolean {
  return /\.css\.ts|locales\/en\/|node_modules\//.test(id) && !/launcher\.css\.ts/.test(id);
}

const base = shared();

/**
 * The npm package: `dist/npm/**`, ES modules with every library bundled in, so that another version
 * of one in the host's project (posthog-js brings Preact 10) can neither break it nor be broken.
 */
export default defineConfig({
  ...base,
  plugins: [base.plugins, smallViews(), changedBuiltIns(), namedElements()],
  resolve: smallSchemas,
  build: {
    outDir: 'dist/npm',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    // A host's bundler does not look into strings.
    cssMinify: true,
    license: notices,
    lib: {
      entry: {
        index: 'src/index.ts',
        'react/index': 'src/react/index.tsx',
        'vue/index': 'src/vue/index.ts',
        'elements/index': 'src/elements/index.ts',
        'client/index': 'src/client/index.ts',
        'diagnose/index': 'src/diagnose/index.ts',
        'analytics/posthog': 'src/analytics/posthog.ts',
        ...Object.fromEntries(locales),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      external: (id) => peers.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        // `checkConfig` is imported by few, and the sentences are for wrong options only.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'configErrors', test: /src\/configErrors\.ts$/ }],
        },
        chunkFileNames: ({ moduleIds }) =>
          `${moduleIds.some(registers) ? 'chunks' : 'pure'}/[name]-[hash].js`,
        // Next.js runs a module on the server only, unless it says this first.
        banner: ({ name }) => (name === 'react/index' ? "'use client';" : ''),
      },
    },
  },
});
