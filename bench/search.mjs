import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createBackend,
  createLogger,
  demo,
  importArticles,
  seedDemo,
} from '../server/dist/server/index.js';
import { startPostgres } from './postgres.mjs';

/**
 * `node bench/search.mjs [100 1000 10000]` after a build: measures the milliseconds of sequential
 * search and suggest requests through the API, over generated articles, on PGlite and on a real
 * Postgres.
 */
const sizes = process.argv.slice(2).map(Number);
const rounds = 300;
const random = seeded(7);
const words = Array.from({ length: 6_000 }, word);

process.stdout.write(
  'database   articles  import s   search p50  p99   suggest p50  p99   first\n',
);
for (const articles of sizes.length > 0 ? sizes : [100, 1_000, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
  writeArticles(join(folder, 'articles'), articles);
  await measure('PGlite', folder, articles);
  const postgres = await startPostgres();
  await measure('Postgres', folder, articles, postgres.url);
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

async function measure(name, folder, articles, databaseUrl) {
  const backend = await createBackend({
    folder: join(folder, 'database'),
    databaseUrl,
    attachmentSecret: 'a secret of the bench, long enough',
    logger: createLogger('silent'),
    rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
  });
  await seedDemo(backend.database.kysely);
  const began = performance.now();
  const options = { folder: join(folder, 'articles'), tenantId: demo.tenantId };
  const { added } = await importArticles(backend.database.kysely, options);
  if (added !== articles) throw new Error(`${added} of ${articles} articles went in.`);
  const imported = (performance.now() - began) / 1_000;
  const first = await timed(backend, search(phrase(2)));
  const searches = await many(backend, () => search(query()));
  const suggests = await many(backend, () => suggest(message()));
  const figures = [...searches, ...suggests, first].map((ms) => ms.toFixed(1).padStart(8));
  const begin = `${name.padEnd(9)} ${String(articles).padStart(9)} ${imported.toFixed(1).padStart(9)}  `;
  process.stdout.write(`${begin}${figures.join(' ')}\n`);
  await backend.close();
}

/** Returns the median and the 99th percentile. */
async function many(backend, request) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(backend, request()));
  times.sort((a, b) => a - b);
  return [times[Math.floor(rounds / 2)], times[Math.floor(rounds * 0.99)]];
}

async function timed({ app }, [path, init]) {
  const began = performance.now();
  const headers = { Authorization: `Bearer ${demo.publishableKey}`, ...init.headers };
  const response = await app.request(`/v1/support/kb/${path}`, { ...init, headers });
  await response.text();
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}.`);
  return performance.now() - began;
}

function search(text) {
  return [`search?q=${encodeURIComponent(text)}`, {}];
}

function suggest(content) {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ content, relevance_threshold: 0.3 });
  return ['suggest', { method: 'POST', headers, body }];
}

/** Returns a query with complete words, an unfinished word and a word with a typo. */
function query() {
  const text = phrase(1 + Math.floor(random() * 3));
  const kind = random();
  if (kind < 0.3) return text.slice(0, -2);
  return kind < 0.6 ? text.replace(/(.)(.)$/, '$2$1') : text;
}

function message() {
  return `Hello team,\n\n${phrase(120)} ${word()} ${word()}.\n\nRegards,\nAda\n`;
}

function writeArticles(folder, count) {
  mkdirSync(join(folder, 'en'), { recursive: true });
  for (let at = 0; at < count; at++) {
    const parts = Array.from({ length: 4 }, () => `## ${phrase(3)}\n\n${phrase(70)}.\n`);
    const front = `---\ntitle: ${phrase(4)}\ndescription: ${phrase(12)}\n---\n\n`;
    writeFileSync(join(folder, 'en', `a${at}.md`), front + parts.join('\n'));
  }
}

function phrase(length) {
  return Array.from({ length }, common).join(' ');
}

/** As in a language, a few words are very frequent. */
function common() {
  return words[Math.floor(words.length ** random()) - 1] ?? words[0];
}

function word() {
  const pick = (letters) => letters[Math.floor(random() * letters.length)];
  const syllable = () => pick('bcdfglmnprstv') + pick('aeiou');
  return Array.from({ length: 2 + Math.floor(random() * 3) }, syllable).join('') + pick('lmnrst');
}

/** A random number generator with the same numbers in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
