import { nearestAnswer, searchedLocales } from '../server/dist/server/kb/locales.js';
import { createIndexer } from '../server/dist/src/relevance/searchIndex.js';
import { queries, readLanguages } from './labelled.mjs';

/**
 * `node bench/relevance.mjs` after a build: how well the demo's articles are found for the labelled
 * queries of `bench/relevance/queries.json`. What is tuned is tuned on the half `dev`; the half `test`
 * tells how good it is. `--misses dev` lists what went wrong there.
 */
const threshold = 0.7;
const shownAtOnce = 3;
const misses = process.argv[process.argv.indexOf('--misses') + 1];

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
    best: best.map(({ article: { slug }, score }) => {
      return { slug, score, isRight: query.right.includes(slug) };
    }),
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
    async (locale) => languages.get(locale)(text),
    ({ score }) => score,
  );
  return results;
}

async function openLanguages() {
  const languages = new Map();
  for (const [locale, { articles, synonyms }] of await readLanguages()) {
    const indexer = createIndexer(locale);
    for (const article of articles) indexer.add(article);
    languages.set(locale, indexer.build(synonyms));
  }
  return languages;
}
