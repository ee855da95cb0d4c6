import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The demo's pages. The React page uses the built npm package, like a customer would. */
export default defineConfig({
  root: at('demo'),
  resolve: {
    alias: { '@penguinmails/support-widget/react': at('dist/npm/react/index.js') },
  },
  build: {
    outDir: at('dist/demo'),
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: [
        'index.html',
        'react/index.html',
        'no-backend.html',
        'strict.html',
        'hostile.html',
        'inbox/index.html',
        'report/index.html',
        'webhooks/index.html',
        'integrations.html',
        'customers.html',
        'control/index.html',
      ].map((page) => at(`demo/${page}`)),
    },
  },
});
