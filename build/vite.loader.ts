import { readFileSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';
import { shared } from './vite.shared.ts';

/** The loader of the script tag, `dist/embed/support.js`; built after the app, whose file it names. */
export default defineConfig((): UserConfig => {
  const base = shared();
  const manifest: Record<string, { file: string }> = JSON.parse(
    readFileSync('dist/embed/manifest.json', 'utf8'),
  );
  const entry = manifest['src/embed/app.ts']?.file;
  return {
    ...base,
    define: { ...base.define, __APP_ENTRY__: JSON.stringify(entry) },
    build: {
      outDir: 'dist/embed',
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      lib: {
        entry: 'src/embed/loader.ts',
        formats: ['iife'],
        name: 'loader',
        fileName: () => 'support.js',
      },
    },
  };
});
