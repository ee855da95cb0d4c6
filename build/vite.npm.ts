import { defineConfig } from 'vite';
import { shared } from './vite.shared.ts';

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
        'contract/index': 'src/contract/index.ts',
        'i18n/locales/en': 'src/i18n/locales/en.ts',
        'i18n/locales/es': 'src/i18n/locales/es.ts',
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^(preact|@preact\/|@floating-ui\/|zod|cockatiel|react)/,
      output: { chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
});
