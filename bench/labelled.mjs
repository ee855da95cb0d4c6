import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findArticleFiles, readSynonyms } from '../server/dist/server/kb/articleFiles.js';
import { readArticle } from '../server/dist/server/kb/readArticle.js';

const folder = 'demo/articles';

/** Texts with the slugs of the articles that an agent would send; `split` is `dev` or `test`. */
export const queries = JSON.parse(readFileSync('bench/relevance/queries.json', 'utf8'));

/** The demo's articles, by language, with the words that mean the same in it. */
export async function readLanguages() {
  const synonyms = await readSynonyms(folder);
  const languages = new Map();
  for (const { path, name, locale } of await findArticleFiles(folder)) {
    const source = await readFile(join(folder, path), 'utf8');
    const article = readArticle(source, name, locale);
    const language = languages.get(locale) ?? { articles: [], synonyms: synonyms[locale] ?? [] };
    languages.set(locale, language);
    language.articles.push({ ...article, text: article.body });
  }
  return languages;
}
