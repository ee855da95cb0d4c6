import { defineConfig } from 'vite';
import { changedBuiltIns } from './changedBuiltIns.ts';
import { namedElements } from './namedElements.ts';
import { ownCopies } from './ownCopies.ts';
import { packed } from './packed.ts';
import { smallViews } from './smallViews.ts';
import { notices, shared, smallSchemas } from './vite.shared.ts';

/**
 * Chunks that several requests must not be spent on; each takes what its entry imports statically.
 * When they load is said by `import()` in the source.
 */
const groups = [
  // Shared modules must not make it wait for the app.
  { name: 'idle', test: /src\/idle\.ts$/, priority: 4 },
  // The panel draws by it, and so does every placed widget; all of them need the app first. The mail
  // that stands in for a panel that does not load must not need the panel.
  {
    name: 'app',
    test: /src\/(embed\/app|i18n\/categoryLabel)\.ts$|src\/(view|ui\/theme\/(first|base))|rolldown\/runtime/,
    priority: 3,
  },
  // These come as soon as the app runs.
  { name: 'elements', test: /src\/(elements\/index|shell\/launcherTip|app\/placing)\.ts$/ },
  { name: 'panel', test: /src\/shell\/Panel\.tsx$/, priority: 2 },
  { name: 'client', test: /src\/client\/client\.ts$/, priority: 1 },
  // Small pieces of nearly every screen.
  {
    name: 'list',
    test: /src\/ui\/(List|SectionHeading|CenterState)\.|icons\/(file-text|check|copy|inbox|rotate-cw)\.mjs$/,
    priority: 1,
  },
  { name: 'read', test: /src\/widgets\/article(Address|Foot)\.ts$/, priority: 1 },
  // The rest of the form is one request; a reply in a conversation lists its files alike.
  { name: 'parts', test: /src\/widgets\/(ticket\/parts\.ts|Files\.tsx)$/, priority: 1 },
  { name: 'analytics', test: /src\/(analytics\/delivery|client\/eventSender)\.ts$/ },
];

const base = shared();

/** The app of the script tag: `dist/embed/app-<hash>.js` and its chunks. */
export default defineConfig({
  ...base,
  plugins: [
    base.plugins,
    ownCopies('idle', /src\/idle\.ts$/),
    ownCopies('findings', /src\/diagnose\/showFindings\.tsx$/),
    smallViews(),
    changedBuiltIns(),
    namedElements(),
    packed(),
  ],
  resolve: smallSchemas,
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    manifest: 'manifest.json',
    minify: true,
    license: notices,
    lib: { entry: ['src/embed/app.ts', 'src/idle.ts'], formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: { legal: true, annotation: false, jsdoc: false },
        // 42 bits: no name comes twice, and every page has some of them in its first bytes.
        entryFileNames: '[name]-[hash:7].js',
        chunkFileNames: '[name]-[hash:7].js',
        codeSplitting: {
          groups,
        },
      },
    },
  },
});
