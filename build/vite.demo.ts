import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { sideBar } from '../demo/parts/navigation.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Fills in the side bar, which all pages share. */
const navigation: Plugin = {
  name: 'demo-navigation',
  transformIndexHtml(html, { path }) {
    const current = path.replace(/index\.html$/, '');
    const hasIcons = current !== '/strict.html';
    return html.replace('<aside></aside>', sideBar({ current, hasIcons }));
  },
};

/** The demo's pages. The React page uses the built npm package, like a customer would. */
export default defineConfig({
  root: at('demo'),
  plugins: [navigation],
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
        'mailbox/index.html',
        'integrations.html',
        'customers.html',
        'control/index.html',
        'builder/index.html',
      ].map((page) => at(`demo/${page}`)),
    },
  },
});
