import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { shared } from './vite.shared.ts';

const { dependencies, peerDependencies }: Record<'dependencies' | 'peerDependencies', object> =
  JSON.parse(readFileSync('package.json', 'utf8'));
const host = Object.keys({ ...dependencies, ...peerDependencies, 'react-dom': '' });

/** One entry a language; the list of languages itself is part of the widget. */
const locales = readdirSync('src/i18n/locales')
  .map((file) => file.replace('.ts', ''))
  .filter((name) => name !== 'index')
  .map((name) => [`i18n/locales/${name}`, `src/i18n/locales/${name}.ts`]);

/** The npm package: `dist/npm/**`, ES modules that leave their dependencies to the host's bundler. */
export default defineConfig({
  ...shared(),
  build: {
    outDir: 'dist/npm',
    emptyOutDir: true,
    target: 'es2022',
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        'react/index': 'src/react/index.tsx',
        'elements/index': 'src/elements/index.ts',
        'analytics/posthog': 'src/analytics/posthog.ts',
        'contract/index': 'src/contract/index.ts',
        ...Object.fromEntries(locales),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => host.some((name) => id === name || id.startsWith(`${name}/`)),
      output: {
        chunkFileNames: 'chunks/[name]-[hash].js',
        // Next.js runs a module on the server only, unless it says this first.
        banner: ({ name }) => (name === 'react/index' ? "'use client';" : ''),
      },
    },
  },
});
