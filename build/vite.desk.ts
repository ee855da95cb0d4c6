import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { notices, shared } from './vite.shared.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The desk, whose pages the server serves. It is part of the server's package. */
export default defineConfig({
  ...shared(),
  root: at('desk'),
  base: './',
  build: {
    outDir: at('server/dist/desk'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    license: notices,
  },
});
