import { readFile } from 'node:fs/promises';
import {
  type ImportedArticle,
  importArticles,
  listStoredArticles,
  uploadArticlePicture,
} from '../../src/contract/articleAdmin.ts';
import type { ArticleStore, FileFault, PreparedArticle } from '../kb/articleStore.ts';
import type { AdminApi } from './adminApi.ts';

/**
 * Maximum number of characters of one request, escaped as JSON. A longer article is sent in a
 * request of its own.
 */
const maxCharacters = 2_000_000;
const maxArticles = 50;

/** Returns an article store that uses the API of a server. */
export function apiArticles(api: AdminApi): ArticleStore {
  return {
    read: () => api.call(listStoredArticles),
    async store(articles) {
      const faults: FileFault[] = [];
      for (const part of partsOf(articles.map(asImported))) {
        faults.push(...(await api.call(importArticles, { body: { articles: part } })).faults);
      }
      return faults;
    },
    async storePicture({ file, name }) {
      const content = await readFile(file);
      return (await api.call(uploadArticlePicture, { file: { name, content } })).id;
    },
    async finish(gone, index) {
      await api.call(importArticles, { body: { gone: [...gone], index } });
    },
  };
}

function asImported({ article, row, targets }: PreparedArticle): ImportedArticle {
  const { slug, locale, path, source: markdown } = article;
  return { slug, locale, path, markdown, hash: row.source_hash, ...targets };
}

function partsOf(articles: readonly ImportedArticle[]): ImportedArticle[][] {
  const parts: ImportedArticle[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const article of articles) {
    const more = JSON.stringify(article).length;
    const last = parts.at(-1);
    if (last === undefined || size + more > maxCharacters || last.length === maxArticles) {
      parts.push([article]);
      size = more;
    } else {
      last.push(article);
      size += more;
    }
  }
  return parts;
}
