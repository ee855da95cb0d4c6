import { findCandidates } from '../server/dist/src/relevance/candidates.js';
import { createCorpus } from '../server/dist/src/relevance/corpus.js';
import { profileOf } from '../server/dist/src/relevance/profile.js';
import { queryOf } from '../server/dist/src/relevance/query.js';
import { featuresOf, placesOf } from '../server/dist/src/relevance/score.js';
import { queries, readLanguages } from './labelled.mjs';

/**
 * `node bench/fitRelevance.mjs` after a build prints the numbers of `src/relevance/score.ts`, fitted
 * to the half `dev` of the labelled queries: first how likely an article is right by itself, then by
 * its place among the others. Made careful on purpose: a wrong suggestion costs more than none.
 */
const careful = 0.3;
const corpora = new Map();
for (const [locale, language] of await readLanguages()) corpora.set(locale, open(locale, language));

const lists = queries
  .filter(({ split, locale }) => split === 'dev' && corpora.has(locale))
  .map(read);
const odds = regress(
  lists.flat().map(({ features, isRight }) => [[1, ...features], isRight]),
  1,
);
const places = lists.flatMap((list) =>
  placesOf(list, ({ features }) => dot([1, ...features], odds))
    .slice(0, 8)
    .map(({ candidate, value, behind, ahead }) => [[1, value, behind, ahead], candidate.isRight]),
);
const certainty = regress(places, 0.01);
certainty[0] -= careful;
print('odds', ['none', 'share', 'named', 'amount'], odds);
print('certainty', ['none', 'odds', 'behind', 'ahead'], certainty);

function open(locale, { articles, synonyms }) {
  const postings = new Map();
  for (const [id, article] of articles.entries()) {
    for (const [term, fields] of profileOf(article, locale)) {
      postings.set(term, [...(postings.get(term) ?? []), id * 16 + fields]);
    }
  }
  const frequencies = new Map([...postings].map(([term, { length }]) => [term, length]));
  const corpus = createCorpus({ locale, articles: articles.length, frequencies, synonyms });
  return { articles, postings, corpus };
}

function read({ query: text, locale, right }) {
  const { articles, postings, corpus } = corpora.get(locale);
  const query = queryOf(text, corpus);
  return [...findCandidates(query, postings)].map(([id, evidence]) => {
    const { slug, title } = articles[id];
    const features = featuresOf(query, { slug, title, ...evidence });
    return { slug, features, isRight: right.includes(slug) ? 1 : 0 };
  });
}

/** Logistic regression by Newton's method; `ridge` keeps weights small, the first one apart. */
function regress(rows, ridge) {
  let weights = rows[0][0].map(() => 0);
  for (let round = 0; round < 30; round++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : ridge * weight));
    const bend = weights.map((_, at) => weights.map((__, other) => (at === other ? ridge : 0)));
    for (const [values, wanted] of rows) {
      const likely = 1 / (1 + Math.exp(-dot(values, weights)));
      for (const [at, value] of values.entries()) {
        slope[at] += (likely - wanted) * value;
        for (const [other, factor] of values.entries()) {
          bend[at][other] += likely * (1 - likely) * value * factor;
        }
      }
    }
    const step = solve(bend, slope);
    weights = weights.map((weight, at) => weight - step[at]);
  }
  return weights;
}

/** Gauss and Jordan; the matrix is positive definite, so no row need change its place. */
function solve(matrix, right) {
  const rows = matrix.map((row, at) => [...row, right[at]]);
  for (const [at, pivot] of rows.entries()) {
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[at] / pivot[at];
      for (let column = at; column < row.length; column++) row[column] -= factor * pivot[column];
    }
  }
  return rows.map((row, at) => row.at(-1) / row[at]);
}

function dot(values, weights) {
  return values.reduce((sum, value, at) => sum + value * weights[at], 0);
}

function print(name, parts, weights) {
  const pairs = parts.map((part, at) => `${part}: ${weights[at].toFixed(2)}`);
  process.stdout.write(`${name}: { ${pairs.join(', ')} }\n`);
}
