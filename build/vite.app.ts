import { defineConfig } from 'vite';
import { changedBuiltIns } from './changedBuiltIns.ts';
import { namedElements } from './namedElements.ts';
import { ownCopies } from './ownCopies.ts';
import { packed } from './packed.ts';
import { smallViews } from './smallViews.ts';
import { notices, shared, smallSchemas } from './vite.shared.ts';

/**
 * Groups of modules that form one chunk, to avoid several requests. Each group includes the static
 * imports of its entry. `import()` in the source decides when a chunk loads.
 */
const groups = [
  // Shared modules must not make the idle code wait for the app.
  { name: 'idle', test: /src\/idle\.ts$/, priority: 4 },
  // The panel opens with the app, and every placed widget uses both.
  {
    name: 'app',
    test: /src\/(embed\/app|i18n\/categoryLabel)\.ts$|src\/(view|ui\/theme\/(first|base))|src\/shell\/Panel\.tsx$|rolldown\/runtime/,
    priority: 3,
  },
  // These load as soon as the app runs.
  {
    name: 'elements',
    test: /src\/(elements\/index|shell\/(launcherTip|finishLauncher|background)|app\/placing)\.ts$|icons\/message-circle\.mjs$/,
  },
  {
    name: 'placedWidget',
    test: /src\/(shell\/placedWidget\.ts|widgets\/supportButton\/SupportButton\.tsx)$/,
  },
  // The outbox opens with the code that tracks what it has sent.
  { name: 'client', test: /src\/(client\/client|analytics\/trackSent)\.ts$/, priority: 1 },
  // The first screen, with the small modules that nearly every screen uses. It has a button that
  // looks like the search field.
  {
    name: 'Home',
    test: /src\/(widgets\/home\/Home\.|ui\/(SearchField\.tsx|List\.|SectionHeading|CenterState|iconByName|initials)|core\/(unsent|helpLinks)|i18n\/(moment|linkLabel|locales\/en\/(suggestions|newsMark)))|icons\/(file-text|check|copy|inbox|rotate-cw)\.mjs$/,
    priority: 1,
  },
  // An account with integrations loads all of this together.
  {
    name: 'integrations',
    test: /src\/(core\/integrations\.model|shell\/connect|i18n\/locales\/en\/status)\.ts$/,
  },
  // Chunks that other groups share, but do not include.
  // Rows of requests, on the first screen and in their list.
  {
    name: 'rows',
    test: /src\/(widgets\/(OwnRequests|UnsentRows|StatusTag)\.tsx|ui\/Tag\.|i18n\/locales\/en\/rows\.ts)/,
  },
  {
    name: 'integrationRows',
    test: /src\/(ui\/StatusGlyph\.tsx|widgets\/useIntegrations\.ts|integrations\/stateLook\.ts)$/,
  },
  // The state of integrations: below the form, in its two screens, and in the popover of a badge.
  {
    name: 'StatusBanner',
    test: /src\/(widgets\/(ticket\/StatusBanner|StateAction|IncidentNotices)|ui\/Tile)\./,
  },
  { name: 'states', test: /src\/ui\/(theme\/extra|status)\.css/, priority: 2 },
  {
    name: 'errorSentence',
    test: /src\/(i18n\/errorSentence|ui\/fileIcon|widgets\/useArrived)\.ts$/,
    priority: 1,
  },
  // Both load when the search opens.
  {
    name: 'Search',
    test: /src\/(widgets\/(search\/Search|articleFoot|articleAddress)|core\/articles\.model|ui\/ResultOption)\.tsx?$/,
    priority: 1,
  },
  // An article, and a passage of one.
  {
    name: 'Article',
    test: /src\/widgets\/(article\/Article|Passage|Blocks)\.tsx$/,
    priority: 1,
  },
  {
    name: 'ArticleTools',
    test: /src\/widgets\/article\/(ArticleTools|CachedArticle)\.tsx$|icons\/external-link\.mjs$/,
  },
  // The ways out if a request cannot be sent.
  {
    name: 'unsent',
    test: /src\/(widgets\/(sent\/Unsent|ticket\/ByMail)|integrations\/ticketMail)\.tsx?$/,
  },
  // The rest of the form, with what sends it, is one request. A reply in a conversation uses the same
  // file list.
  {
    name: 'parts',
    test: /src\/widgets\/(ticket\/(parts|later|ticketContext)\.ts|(Files|sent\/Sent)\.tsx)$/,
    priority: 1,
  },
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
        // 42 bits: names do not collide, and every page contains some of them in its first bytes.
        entryFileNames: '[name]-[hash:7].js',
        chunkFileNames: '[name]-[hash:7].js',
        codeSplitting: {
          groups,
        },
      },
    },
  },
});
