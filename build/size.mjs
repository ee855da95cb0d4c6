import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { minifySync } from 'vite';
import { importCosts } from './importCost.mjs';

/**
 * Transfer sizes in bytes (brotli 11) by when they are loaded. A size above `limit` fails. `goal`:
 * the target size; `npm run size -- --goals` fails above it.
 */
const budgets = {
  loader: { goal: 2_000, limit: 2_180 },
  firstOpen: { goal: 22_000, limit: 25_030 },
  visit: { goal: 50_000, limit: 60_420 },
  screen: { goal: 5_000, limit: 5_000 },
  chunk: { limit: 21_500 },
  /** Only on pages that configure a PostHog project and have no PostHog of their own. */
  'module.slim.no-external': { limit: 46_000 },
  react: { goal: 1_500, limit: 1_500 },
  'import ValidationError': { goal: 1_000 },
  'import createSupportClient': { goal: 9_300 },
  'import createSupport': { goal: 3_500 },
  'import HelpCenter': { goal: 4_000 },
  everything: {},
};

const manifest = JSON.parse(readFileSync('dist/embed/manifest.json', 'utf8'));
const loader = brotli(readFileSync('dist/embed/support.js'));
const keyOf = (chunk) => Object.keys(manifest).find((key) => manifest[key].name === chunk);
/** Chunks of the screens and of their parts. `parts` has the receipt. */
const screens =
  /^(Home|Search|Article|MissingForm|unsent|Requests|Conversation|Messages|RatingForm|Screenshot|Status|Integration)$/;

/** Returns a chunk and all chunks that it imports statically, because they load in parallel. */
function closure(...entries) {
  const seen = new Set();
  const add = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) add(next);
  };
  for (const key of entries) add(key);
  return seen;
}

const total = (keys) =>
  [...keys].reduce((sum, key) => sum + brotli(readFileSync(`dist/embed/${manifest[key].file}`)), 0);
const formChunks = ['app'];
/**
 * Chunks that a visitor needs to search, read an article, and send a request. Not included: code
 * that loads beside them (`idle`, `liveOnPage`, `elements`, `analytics`, and the status of an
 * account with integrations), and chunks that are only prefetched.
 */
const visitChunks = [
  ...formChunks,
  ...['Home', 'Search', 'articles', 'Article', 'parts', 'client'],
];
const firstOpen = closure(...formChunks.map(keyOf));
const chunks = Object.keys(manifest).filter((key) => !firstOpen.has(key));
const visit = closure(...visitChunks.map(keyOf));

const rows = [
  ['loader, until the button shows', loader, budgets.loader],
  ['first open, until the form can be used', loader + total(firstOpen), budgets.firstOpen],
  ['whole visit: searched, article read, form sent', loader + total(visit), budgets.visit],
  ...chunks.map((key) => [
    `${screens.test(manifest[key].name) ? 'screen' : 'chunk'} ${manifest[key].name}`,
    total([key]),
    screens.test(manifest[key].name)
      ? budgets.screen
      : (budgets[manifest[key].name] ?? budgets.chunk),
  ]),
  ['React binding, minified', reactBinding(), budgets.react],
  ...(await importCosts(brotli)).map(([name, bytes]) => [
    `${name}, in a production build`,
    bytes,
    budgets[name],
  ]),
  ['everything', loader + total(Object.keys(manifest)), budgets.everything],
];

const strict = process.argv.includes('--goals');
let failed = false;
for (const [what, size, { goal = Number.POSITIVE_INFINITY, limit = goal }] of rows) {
  const over = size > (strict ? goal : limit);
  failed ||= over;
  const bound = Number.isFinite(limit) ? `of ${limit}` : '';
  const missed = size > goal ? `  (goal ${goal}, ${size - goal} over it)` : '';
  process.stdout.write(
    `${over ? 'over' : 'ok  '} ${String(size).padStart(6)} ${bound.padEnd(9)} ${what}${missed}\n`,
  );
}
process.exitCode = failed ? 1 : 0;

/**
 * Returns the size of only the binding, because its imports of the widget are the same for
 * everyone.
 */
function reactBinding() {
  const file = 'dist/npm/react/index.js';
  return brotli(Buffer.from(minifySync(file, readFileSync(file, 'utf8')).code));
}

function brotli(bytes) {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
