import MiniSearch from 'minisearch';
import snowball from 'snowball-stemmers';
import { stopWordsOf } from '../server/dist/src/relevance/language.js';

const stemmers = { en: 'english', es: 'spanish', de: 'german' };

/**
 * Returns MiniSearch with a Snowball stemmer, stop words, boosted titles, and typos allowed in
 * longer words.
 */
export function openMiniSearch(locale, articles) {
  const stemmer = snowball.newStemmer(stemmers[locale] ?? 'english');
  const stopWords = stopWordsOf(locale);
  const index = new MiniSearch({
    idField: 'slug',
    fields: ['title', 'headings', 'tags', 'description', 'text'],
    extractField: (article, field) =>
      Array.isArray(article[field]) ? article[field].join('\n') : article[field],
    processTerm: (term) =>
      stopWords.has(term.toLowerCase()) ? null : stemmer.stem(term.toLowerCase()),
    searchOptions: { boost: { title: 3, headings: 2, tags: 2 }, fuzzy: fuzziness },
  });
  index.addAll(articles);
  return (text) => index.search(text).map(({ id }) => id);
}

function fuzziness(term) {
  return term.length > 4 ? 0.2 : false;
}
