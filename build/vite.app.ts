import { defineConfig } from 'vite';
import { frozenPages } from './frozenPages.ts';
import { notices, shared } from './vite.shared.ts';

/* What the first open needs goes into one chunk with the app; the rest comes when it is wanted. */
const firstOpen =
  /src\/(embed\/app|app\/|createSupport|config|errors|brand|contract\/limits|elements|core\/(?!files|integrations\.model|integrationRows|polling|reconnect)|analytics\/(track|outward|bringFlags)|integrations\/(?!displayState|given|stateLook|health|systems|catalogue)|i18n\/(translator|errorSentence|locales\/(en\.|en\/(?!status)|index))|shell\/(?!capture|connect|healthDot)|client\/(store|loadApi)|widgets\/(index|define|StatusTag|home|sent|ticket\/(?!Attachments|StatusBanner|Suggestions\.)|\w+\/index))|node_modules\/(preact|@preact)\/|src\/ui\/(?!StatusGlyph|ResultOption|Sparkline|Tile|usePopover|Menu|useMenu|menuKeys|MessageRow|Divider|Rating|FileRow|FileButton|useFileDrop)|lucide/;

/* What sends events comes in one chunk after the first of them. */
const sendsEvents = /src\/(analytics\/(?!posthog\.)|client\/eventSender|contract\/eventRules)/;

const base = shared();

/** The app of the script tag: `dist/embed/app-<hash>.js` and its chunks. */
export default defineConfig({
  ...base,
  plugins: [base.plugins, frozenPages()],
  build: {
    outDir: 'dist/embed',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    manifest: 'manifest.json',
    minify: true,
    license: notices,
    lib: { entry: 'src/embed/app.ts', formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        minify: true,
        comments: { legal: true, annotation: false, jsdoc: false },
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'app', test: firstOpen },
            { name: 'wire', test: /src\/(client\/serialise|contract\/endpoint\.)/ },
            { name: 'analytics', test: sendsEvents },
          ],
        },
      },
    },
  },
});
