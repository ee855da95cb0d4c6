import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserConfig } from 'vite';
import { namedElements } from './namedElements.ts';
import { packed } from './packed.ts';
import { shared } from './vite.shared.ts';

const ownSheet = fileURLToPath(new URL('../src/embed/ownSheet.ts', import.meta.url));

/**
 * The loader of the script tag, `dist/embed/support.js`. It is built after the app, because it
 * contains the names of the app's files.
 */
export default defineConfig((): UserConfig => {
  const base = shared({ names: false });
  const manifest: Record<string, { name: string; file: string }> = JSON.parse(
    readFileSync('dist/embed/manifest.json', 'utf8'),
  );
  const fileOf = (chunk: string) =>
    JSON.stringify(Object.values(manifest).find(({ name }) => name === chunk)?.file);
  return {
    ...base,
    plugins: [base.plugins, namedElements(), packed()],
    resolve: { alias: [{ find: /^.*\/ui\/stylesheets\.ts$/, replacement: ownSheet }] },
    define: {
      ...base.define,
      __APP_FILE__: fileOf('app'),
      __IDLE_FILE__: fileOf('idle'),
      __HOME_FILE__: fileOf('Home'),
    },
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
