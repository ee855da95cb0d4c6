import type { Articles } from '../../core/articles.ts';
import type { SupportContext } from '../../core/context.ts';
import { openArticle } from '../../core/openArticle.ts';
import type { SlugOf } from './messageParts.ts';

/** Shows the articles that messages link to. */
export interface OwnArticles {
  articles: Articles | null;
  slugOf: SlugOf;
  open(slug: string): void;
}

/** The account's own articles, which open in the panel. They are recognized by their address. */
export function createOwnArticles(context: SupportContext): OwnArticles {
  const { articles, tenantConfig, addressOf } = context;

  function slugOf(url: string): string | undefined {
    const [, named] = /^article:([^#]+)/.exec(url) ?? [];
    if (named !== undefined) return named;
    const address = url.replace(/[?#].*$/, '');
    for (const pattern of tenantConfig.remote.value?.kb_urls ?? []) {
      const [start = '', end = ''] = pattern.split('{slug}');
      const before = addressOf(start);
      if (before === undefined || !address.startsWith(before) || !address.endsWith(end)) continue;
      const slug = address.slice(before.length, address.length - end.length);
      if (/^[a-z0-9-]+$/.test(slug)) return slug;
    }
    return undefined;
  }

  return { articles, slugOf, open: (slug) => openArticle(slug, 'link', context) };
}
