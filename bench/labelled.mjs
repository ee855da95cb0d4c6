import { readFileSync } from 'node:fs';
import { findArticleFiles, readSynonyms } from '../server/dist/server/kb/articleFiles.js';
import { readFolder } from '../server/dist/server/kb/folder.js';
import { readArticle } from '../server/dist/server/kb/readArticle.js';
import { loadLanguage } from '../server/dist/src/relevance/language.js';

/**
 * Reads labelled queries and the articles of their folder. The demo's queries have a locale each. A
 * file for another corpus names its public repository, commit and folder, and one locale.
 */
export async function readCorpus(name, queriesFile, folder) {
  const read = JSON.parse(readFileSync(queriesFile, 'utf8'));
  const list = Array.isArray(read)
    ? read
    : read.queries.map((query) => ({ locale: read.locale, ...query }));
  const queries = list.map((query) => ({
    ...query,
    kind: query.right.length === 0 ? 'none' : query.kind,
  }));
  return { name, queries, languages: await readLanguages(folder, read.locale) };
}

/**
 * Reads the articles of a folder by language, with the synonyms of its `synonyms.yml`. `only`: the
 * only language to read.
 */
async function readLanguages(folder, only) {
  const synonyms = await readSynonyms(folder);
  const { files } = await findArticleFiles(folder);
  const { articles } = await readFolder(folder, files, () => undefined);
  const languages = new Map();
  for (const file of articles) {
    const { slug, category, locale: ownLocale, front } = file;
    const locale = only ?? ownLocale;
    await loadLanguage(locale);
    const language = languages.get(locale) ?? { articles: [], synonyms: synonyms[locale] ?? [] };
    languages.set(locale, language);
    const { body: text, ...article } = readArticle({ ...file, locale });
    language.articles.push({ ...article, slug, category, text, tags: front.tags });
  }
  return languages;
}
