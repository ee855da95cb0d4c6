import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findArticleFiles, readSynonyms } from '../dist/server/server/kb/articleFiles.js';
import { nearestAnswer, searchedLocales } from '../dist/server/server/kb/locales.js';
import { readArticle } from '../dist/server/server/kb/readArticle.js';
import { createCorpus, frequenciesOf } from '../dist/server/src/relevance/corpus.js';
import { profileOf } from '../dist/server/src/relevance/profile.js';
import { queryOf } from '../dist/server/src/relevance/query.js';
import { evidenceOf, leastScore, rank } from '../dist/server/src/relevance/score.js';

/**
 * `node bench/relevance.mjs` after a build: how well the demo's articles are found for the labelled
 * queries of `bench/relevance/queries.json`. What is tuned is tuned on the half `dev`; the half `test`
 * tells how good it is. `--misses dev` lists what went wrong there.
 */
const threshold = 0.7;
const shownAtOnce = 3;
const misses = process.argv[process.argv.indexOf('--misses') + 1];

const articles = process.env.ARTICLES ?? 'demo/articles';
const labelled = process.env.QUERIES ?? 'bench/relevance/queries.json';
const queries = JSON.parse(readFileSync(labelled, 'utf8'));
const synonyms = await readSynonyms(articles);
const languages = await openLanguages();

for (const split of ['dev', 'test']) {
  const chosen = queries.filter((query) => query.split === split);
  const judged = await Promise.all(chosen.map(judge));
  print(`${split}: ${chosen.length} queries`, judged);
  if (process.argv.includes('--misses') && misses === split) judged.forEach(explain);
}

function print(name, judged) {
  const answered = judged.filter(({ right }) => right.length > 0);
  const unanswered = judged.filter(({ right }) => right.length === 0);
  const shown = judged.flatMap(({ best }) => best.filter(({ score }) => score >= threshold));
  const sure = answered.filter(({ best }) =>
    best.some((one) => one.isRight && one.score >= threshold),
  );
  const found = answered.filter(({ best }) => best.some(({ isRight }) => isRight));
  const first = answered.filter(({ best }) => best[0]?.isRight);
  const wrong = unanswered.filter(({ best }) => best.some(({ score }) => score >= threshold));
  process.stdout.write(
    `${name}\n` +
      row(
        `precision at ${threshold}`,
        shown.filter(({ isRight }) => isRight).length,
        shown.length,
      ) +
      row(`recall@${shownAtOnce}`, found.length, answered.length) +
      row('right one first', first.length, answered.length) +
      row(`right one shown at ${threshold}`, sure.length, answered.length) +
      row('false positives, no answer', wrong.length, unanswered.length),
  );
  for (const kind of new Set(answered.map((one) => one.kind))) {
    const some = answered.filter((one) => one.kind === kind);
    const hits = some.filter(({ best }) => best.some(({ isRight }) => isRight));
    process.stdout.write(row(`  recall@${shownAtOnce}, ${kind}`, hits.length, some.length));
  }
}

function row(name, count, all) {
  const share = all === 0 ? '–' : (count / all).toFixed(3);
  return `  ${name.padEnd(30)} ${share}  (${count} of ${all})\n`;
}

async function judge(query) {
  const best = (await searchFor(query)).slice(0, shownAtOnce);
  return {
    ...query,
    best: best.map(({ slug, score }) => ({ slug, score, isRight: query.right.includes(slug) })),
  };
}

function explain({ query, best, right }) {
  const isWrong = best.some(({ score, isRight }) => score >= threshold && !isRight);
  if (!isWrong && (right.length === 0 || best.some(({ isRight }) => isRight))) return;
  const found = best.map(({ slug, score }) => `${slug} ${score}`).join(', ');
  const asked = query.replaceAll(/\s+/g, ' ').slice(0, 160);
  process.stdout.write(`    ${asked}\n      found ${found}\n      right ${right.join(', ')}\n`);
}

/** As the server searches. */
async function searchFor({ query: text, locale: wanted }) {
  const locales = searchedLocales(wanted, [...languages.keys()]);
  const { results } = await nearestAnswer(
    locales,
    (locale) => searchIn(languages.get(locale), text),
    ({ score }) => score,
  );
  return results;
}

async function searchIn({ corpus, entries }, text) {
  const query = queryOf(text, corpus);
  const candidates = entries
    .map(({ slug, title, profile }) => {
      return { slug, title, ...evidenceOf(query, (term) => profile.get(term) ?? 0) };
    })
    .filter(({ amount }) => amount > 0);
  return rank(query, candidates).filter(({ score }) => score >= leastScore);
}

async function openLanguages() {
  const byLocale = new Map();
  for (const { path, name, locale } of await findArticleFiles(articles)) {
    const source = await readFile(join(articles, path), 'utf8');
    const { slug, title, tags, headings, description, body } = readArticle(source, name, locale);
    const profile = profileOf({ title, tags, headings, description, text: body }, locale);
    const entries = byLocale.get(locale) ?? [];
    byLocale.set(locale, [...entries, { slug, title, profile }]);
  }
  return new Map(
    [...byLocale].map(([locale, entries]) => {
      const frequencies = frequenciesOf(entries.map(({ profile }) => profile));
      const data = { locale, articles: entries.length, frequencies };
      return [
        locale,
        { entries, corpus: createCorpus({ ...data, synonyms: synonyms[locale] ?? [] }) },
      ];
    }),
  );
}
