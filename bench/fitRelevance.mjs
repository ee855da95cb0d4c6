import { withCommonSynonyms } from '../server/dist/server/kb/synonyms/index.js';
import { findCandidates } from '../server/dist/src/relevance/candidates.js';
import { createCorpus } from '../server/dist/src/relevance/corpus.js';
import { profileOf } from '../server/dist/src/relevance/profile.js';
import { queryOf } from '../server/dist/src/relevance/query.js';
import { choose, featuresOf, placesOf } from '../server/dist/src/relevance/score.js';
import { share } from './interval.mjs';
import { readCorpus } from './labelled.mjs';
import { chance, dot, regress } from './regress.mjs';

/**
 * `node bench/fitRelevance.mjs name=folder …` after a build: shows how well each corpus performs
 * with numbers that were fitted to the others only. Then it prints the numbers for
 * `src/relevance/score.ts`, fitted to all of them: the probability of an article on its own, and by
 * its rank among the others. They are deliberately cautious, because a wrong suggestion costs more
 * than no suggestion.
 */
const careful = 0.4;
const sure = 0.7;
const corpora = [];
for (const argument of process.argv.slice(2)) {
  const [name, folder] = argument.split('=');
  corpora.push({
    name,
    lists: listsOf(await readCorpus(name, `bench/relevance/${name}.json`, folder)),
  });
}

const pooled = [];
for (const { name, lists } of corpora) {
  const fitted = fitTo(corpora.filter((one) => one.name !== name).flatMap((one) => one.lists));
  const shown = lists.map((list) => shownOf(list, fitted));
  if (name !== 'queries') pooled.push(...shown);
  report(name, shown);
}
report('foreign ones together', pooled);
const { odds, certainty } = fitTo(corpora.flatMap(({ lists }) => lists));
print('odds', ['none', 'share', 'inTitle', 'named', 'amount'], odds);
print('certainty', ['none', 'odds', 'behind', 'ahead'], certainty);

function fitTo(lists) {
  const odds = regress(
    lists.flatMap(({ rows }) => rows.map(({ features, isRight }) => [[1, ...features], isRight])),
    1,
  );
  const places = lists.flatMap(({ rows }) =>
    placed(rows, odds).map(({ candidate, ...place }) => [asValues(place), candidate.isRight]),
  );
  const certainty = regress(places, 0.05);
  certainty[0] -= careful;
  return { odds, certainty };
}

function placed(rows, odds) {
  return placesOf(rows, ({ features }) => dot([1, ...features], odds)).slice(0, 8);
}

function asValues({ value, behind, ahead }) {
  return [1, value, behind, ahead];
}

function shownOf({ rows, isAnswered }, { odds, certainty }) {
  const ranked = placed(rows, odds).map(({ candidate, ...place }) => {
    return { isRight: candidate.isRight, score: chance(dot(asValues(place), certainty)) };
  });
  return { isAnswered, ranked, shown: choose(ranked, { limit: 3, threshold: sure }) };
}

function report(name, lists) {
  const answered = lists.filter(({ isAnswered }) => isAnswered);
  const shown = lists.flatMap((list) => list.shown);
  const has = (some) => some.some(({ isRight }) => isRight);
  const counts = [
    ['recall@1', answered.filter(({ ranked }) => has(ranked.slice(0, 1))).length, answered.length],
    ['recall@3', answered.filter(({ ranked }) => has(ranked.slice(0, 3))).length, answered.length],
    ['precision', shown.filter(({ isRight }) => isRight).length, shown.length],
    ['answered', answered.filter((list) => has(list.shown)).length, answered.length],
  ];
  const figures = counts.map(([what, count, all]) => `${what} ${share(count, all)}`);
  process.stdout.write(`${name.padEnd(22)} ${figures.join('  ')}\n`);
}

function listsOf({ queries, languages }) {
  const opened = new Map(
    [...languages].map(([locale, language]) => [locale, open(locale, language)]),
  );
  return queries
    .filter(({ locale }) => opened.has(locale))
    .map((query) => read(query, opened.get(query.locale)));
}

function open(locale, { articles, synonyms }) {
  const postings = new Map();
  for (const [id, article] of articles.entries()) {
    for (const [term, mark] of profileOf(article, locale)) {
      const list = postings.get(term) ?? [];
      list.push(id * 32 + mark);
      postings.set(term, list);
    }
  }
  const frequencies = new Map([...postings].map(([term, { length }]) => [term, length]));
  const groups = withCommonSynonyms(synonyms, locale);
  const corpus = createCorpus({ locale, articles: articles.length, frequencies, synonyms: groups });
  return { articles, postings, corpus };
}

function read({ query: text, right }, { articles, postings, corpus }) {
  const query = queryOf(text, corpus, true);
  const rows = [...findCandidates(query, postings, articles.length)].map(([id, evidence]) => {
    const { slug, title } = articles[id];
    const features = featuresOf(query, { slug, title, ...evidence });
    return { slug, features, isRight: right.includes(slug) ? 1 : 0 };
  });
  return { rows, isAnswered: right.length > 0 };
}

function print(name, parts, weights) {
  const pairs = parts.map((part, at) => `${part}: ${weights[at].toFixed(2)}`);
  process.stdout.write(`${name}: { ${pairs.join(', ')} }\n`);
}
