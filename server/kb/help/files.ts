import type { PageLinks } from './blocksHtml.ts';
import { blocksMarkdown } from './blocksMarkdown.ts';
import { escapeXml } from './escapeXml.ts';
import type { HelpArticle, HelpSite, ListedArticle } from './site.ts';

/** Returns an article as Markdown. */
export function articleMarkdown(
  { title, description, blocks }: Pick<HelpArticle, 'title' | 'description' | 'blocks'>,
  links: PageLinks,
): string {
  const head = [`# ${title}`, ...(description ? [`> ${description}`] : [])];
  return `${[...head, blocksMarkdown(blocks, links)].join('\n\n')}\n`;
}

/**
 * Returns `llms.txt` by the convention of llmstxt.org: the list of articles, each with the address
 * of its Markdown.
 */
export function llmsTxt({ name, home }: HelpSite, articles: readonly ListedArticle[]): string {
  const lines = articles.map(({ slug, title, description }) => {
    const about = description ? `: ${description}` : '';
    return `- [${title.replaceAll(/[[\]]/g, '')}](${home}${slug}.md)${about}`;
  });
  return `# ${name}\n\n> Help center of ${name}.\n\n## Articles\n\n${lines.join('\n')}\n`;
}

/** Returns the sitemap with each article in each of its languages. */
export function sitemap(
  { home }: HelpSite,
  articles: readonly { slug: string; locale: string; updated: Date }[],
): string {
  const urls = articles.map(({ slug, locale, updated }) => {
    const address = escapeXml(`${home}${slug}?lang=${locale}`);
    return `<url><loc>${address}</loc><lastmod>${updated.toISOString()}</lastmod></url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}
