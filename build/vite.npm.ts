import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';
import { changedBuiltIns } from './changedBuiltIns.ts';
import { namedElements } from './namedElements.ts';
import { smallViews } from './smallViews.ts';
import { notices, shared, smallSchemas } from './vite.shared.ts';

/** Left to the host's bundler, because the host's own copy must be used. */
const peers = ['react', 'react-dom', 'vue', 'posthog-js'];

/** One entry per language, such as `es.ts`. The other files there are part of the widget. */
const locales = readdirSync('src/i18n/locales')
  .filter((file) => /^[a-z]{2}\.ts$/.test(file))
  .map((file) => file.replace('.ts', ''))
  .map((name) => [`i18n/locales/${name}`, `src/i18n/locales/${name}.ts`]);

/**
 * Returns whether importing a module registers styles, sentences or hooks (signals). The host's
 * bundler must keep such a chunk (`sideEffects` in package.json), and can remove all others if they
 * are not used. The floating button has styles too, but is never imported only for those.
 */
function registers(id: string): boolean {
  return /\.css\.ts|locales\/en\/|node_modules\//.test(id) && !/launcher\.css\.ts/.test(id);
}

const base = shared();

/**
 * The npm package: `dist/npm/**`, ES modules with every library bundled. So another version of a
 * library in the host's project (posthog-js includes Preact 10) can neither break it nor be broken
 * by it.
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
    // A host's bundler does not minify strings.
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
        'moving/index': 'src/moving/index.ts',
        'analytics/posthog': 'src/analytics/posthog.ts',
        ...Object.fromEntries(locales),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      external: (id) => peers.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        // Few hosts import `checkConfig`, and its messages are only needed for wrong options.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: 'configErrors', test: /src\/configErrors\.ts$/ }],
        },
        chunkFileNames: ({ moduleIds }) =>
          `${moduleIds.some(registers) ? 'chunks' : 'pure'}/[name]-[hash].js`,
        // Next.js runs a module only on the server, unless it starts with this directive.
        banner: ({ name }) => (name === 'react/index' ? "'use client';" : ''),
      },
    },
  },
});
