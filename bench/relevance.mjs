import { nearestAnswer, searchedLocales } from '../server/dist/server/kb/locales.js';
import { withCommonSynonyms } from '../server/dist/server/kb/synonyms/index.js';
import { createIndexer } from '../server/dist/src/relevance/searchIndex.js';
import { share } from './interval.mjs';
import { readCorpus } from './labelled.mjs';
import { openMiniSearch } from './rivals.mjs';

/**
 * `node bench/relevance.mjs [name=folder …]` after a build: measures how well articles are found
 * for labelled queries, compared with MiniSearch with a Snowball stemmer. Without arguments, it
 * uses the demo's articles. Each `name` is a file in `bench/relevance` that names the public
 * repository and commit of `folder`. `--misses` lists the wrong results.
 */
const sure = 0.7;
const maxShown = 3;
const bins = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 1.01];
const named = process.argv.slice(2).filter((argument) => argument.includes('='));
const showsMisses = process.argv.includes('--misses');

const all = [];
for (const argument of named.length > 0 ? named : ['queries=demo/articles']) {
  const [name, folder] = argument.split('=');
  const evaluated = await evaluateAll(
    await readCorpus(name, `bench/relevance/${name}.json`, folder),
  );
  print(name, evaluated);
  if (showsMisses) evaluated.forEach(explain);
  all.push(...evaluated);
}
if (named.length > 1) print('all together', all);
printKinds(all);
printCalibration(all);

async function evaluateAll({ queries, languages }) {
  const engines = new Map();
  const rivals = new Map();
  for (const [locale, { articles, synonyms }] of languages) {
    const indexer = createIndexer(locale);
    for (const article of articles) indexer.add(article);
    engines.set(locale, indexer.build(withCommonSynonyms(synonyms, locale)));
    rivals.set(locale, openMiniSearch(locale, articles));
  }
  return Promise.all(queries.map((query) => evaluate(query, engines, rivals)));
}

async function evaluate({ query: text, locale: requestedLocale, right, kind }, engines, rivals) {
  const locales = searchedLocales(requestedLocale, [...engines.keys()]);
  const { locale, results } = await nearestAnswer(
    locales,
    async (name) => engines.get(name)(text, { isFinished: true }),
    ({ score }) => score,
  );
  const found = results.map(({ article: { slug }, score }) => {
    return { slug, score, isRight: right.includes(slug) };
  });
  const shown = engines
    .get(locale ?? requestedLocale)?.(text, { isFinished: true, threshold: sure, limit: maxShown })
    .map(({ article: { slug } }) => ({ slug, isRight: right.includes(slug) }));
  const other = (rivals.get(locale ?? requestedLocale)?.(text) ?? []).map((slug) =>
    right.includes(slug),
  );
  return { text, kind, right, found, shown: shown ?? [], other };
}

function print(name, evaluated) {
  const answered = evaluated.filter(({ right }) => right.length > 0);
  const unanswered = evaluated.filter(({ right }) => right.length === 0);
  const shown = evaluated.flatMap(({ shown: some }) => some);
  const lines = [
    ['recall@1', answered.filter(({ found }) => found[0]?.isRight).length, answered.length],
    [`recall@${maxShown}`, answered.filter(isFound).length, answered.length],
    [`precision from ${sure}`, shown.filter(({ isRight }) => isRight).length, shown.length],
    [
      `a right one shown from ${sure}`,
      answered.filter(({ shown: some }) => some.some(({ isRight }) => isRight)).length,
      answered.length,
    ],
    [
      'no answer, but one shown',
      unanswered.filter(({ shown: some }) => some.length > 0).length,
      unanswered.length,
    ],
    ['MiniSearch recall@1', answered.filter(({ other }) => other[0]).length, answered.length],
    [
      `MiniSearch recall@${maxShown}`,
      answered.filter(({ other }) => other.slice(0, maxShown).includes(true)).length,
      answered.length,
    ],
  ];
  process.stdout.write(`${name}: ${evaluated.length} queries\n`);
  for (const [what, count, of] of lines) {
    process.stdout.write(`  ${what.padEnd(28)} ${share(count, of)}\n`);
  }
}

function printKinds(evaluated) {
  process.stdout.write(`recall@${maxShown} by kind, and MiniSearch's\n`);
  for (const kind of new Set(evaluated.map((one) => one.kind))) {
    const some = evaluated.filter((one) => one.kind === kind && one.right.length > 0);
    if (some.length === 0) continue;
    const other = some.filter(({ other: list }) => list.slice(0, maxShown).includes(true));
    const figures = [some.filter(isFound).length, other.length].map((count) =>
      share(count, some.length),
    );
    process.stdout.write(`  ${kind.padEnd(28)} ${figures.join('   ')}\n`);
  }
}

function printCalibration(evaluated) {
  process.stdout.write('scores of the first three, and how many of them are right\n');
  const scored = evaluated.flatMap(({ found }) => found.slice(0, maxShown));
  for (const [at, low] of bins.slice(0, -1).entries()) {
    const some = scored.filter(({ score }) => score >= low && score < bins[at + 1]);
    const name = `${low}–${Math.min(1, bins[at + 1])}`;
    const right = some.filter(({ isRight }) => isRight).length;
    process.stdout.write(`  ${name.padEnd(28)} ${share(right, some.length)}\n`);
  }
}

function isFound({ found }) {
  return found.slice(0, maxShown).some(({ isRight }) => isRight);
}

function explain({ text, found, shown, right }) {
  const isWrong = shown.some(({ isRight }) => !isRight);
  if (!isWrong && (right.length === 0 || isFound({ found }))) return;
  const best = found.slice(0, maxShown).map(({ slug, score }) => `${slug} ${score}`);
  const asked = text.replaceAll(/\s+/g, ' ').slice(0, 160);
  process.stdout.write(
    `    ${asked}\n      found ${best.join(', ')}\n      right ${right.join(', ')}\n`,
  );
}
