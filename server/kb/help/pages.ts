import { html, raw } from 'hono/html';
import { directionOf } from '../../../src/i18n/direction.ts';
import { blocksHtml, type Html, type PageLinks } from './blocksHtml.ts';
import { categoryName } from './categoryName.ts';
import type { HelpArticle, HelpSite, ListedArticle } from './site.ts';
import { helpWords } from './words.ts';

interface Page {
  title: string;
  description?: string;
  /** The address that does not depend on the language of the browser. */
  canonical: string;
  content: Html;
  /** The text of a search. */
  query?: string;
  /** Structured data for search engines (schema.org). */
  data?: unknown;
  isIndexed?: boolean;
}

/** Returns a complete page of a help center. */
function page(
  site: HelpSite,
  { title, description, canonical, content, query, data, isIndexed = true }: Page,
): Html {
  const { locale, locales, name, home } = site;
  const words = helpWords(locale);
  const inLocale = (other: string) => `${canonical}?lang=${other}`;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width" />
<title>${title}</title>
${description ? html`<meta name="description" content="${description}" />` : ''}
${isIndexed ? html`<link rel="canonical" href="${inLocale(locale)}" />` : html`<meta name="robots" content="noindex" />`}
${isIndexed ? locales.map((other) => html`<link rel="alternate" hreflang="${other}" href="${inLocale(other)}" />`) : ''}
<link rel="stylesheet" href="${site.styleUrl}" />
${data === undefined ? '' : html`<script type="application/ld+json">${raw(safeJson(data))}</script>`}
</head>
<body>
<header>
<a href="${home}?lang=${locale}">${words.title(name)}</a>
<form role="search" action="${home}">
<input type="hidden" name="lang" value="${locale}" />
<input type="search" name="q" value="${query ?? ''}" aria-label="${words.search}" maxlength="200" />
<button>${words.search}</button>
</form>
</header>
<main>${content}</main>
${
  locales.length > 1
    ? html`<footer><nav aria-label="${words.languages}">${locales.map((other) => html`<a href="${inLocale(other)}" lang="${other}" hreflang="${other}">${languageName(other)}</a> `)}</nav></footer>`
    : ''
}
</body>
</html>`;
}

/** Returns the page with all articles, or with the results of a search. */
export function listPage(site: HelpSite, articles: readonly ListedArticle[], query?: string): Html {
  const words = helpWords(site.locale);
  const title = words.title(site.name);
  const list = (group: readonly ListedArticle[]) =>
    html`<ul class="articles">${group.map(({ slug, title: name, description }) => html`<li><a href="${site.articleUrl(slug)}"><bdi>${name}</bdi></a>${description ? html`<p dir="auto">${description}</p>` : ''}</li>`)}</ul>`;
  const found = articles.length === 0 ? html`<p>${words.noResults}</p>` : list(articles);
  const content =
    query === undefined
      ? html`<h1>${title}</h1>${grouped(articles).map(([category, group]) => html`<section><h2>${categoryName(category, site.locale)}</h2>${list(group)}</section>`)}`
      : html`<h1>${words.search}: ${query}</h1>${found}<p><a href="${site.home}?lang=${site.locale}">${words.allArticles}</a></p>`;
  const more = query === undefined ? {} : { query, isIndexed: false };
  return page(site, { title, canonical: site.home, content, ...more });
}

/** Returns the page of an article. */
export function articlePage(site: HelpSite, article: HelpArticle, links: PageLinks): Html {
  const words = helpWords(site.locale);
  const { title, description, category, updated, blocks, related, slug } = article;
  const canonical = `${site.home}${slug}`;
  const date = new Intl.DateTimeFormat(article.locale, { dateStyle: 'long', timeZone: 'UTC' });
  const content = html`<article lang="${article.locale}" dir="${directionOf(article.locale)}">
<p class="quiet">${categoryName(category, article.locale)}</p>
<h1>${title}</h1>
${blocksHtml(blocks, links)}
<p class="quiet">${words.updated(date.format(updated))}</p>
</article>
${
  related.length === 0
    ? ''
    : html`<nav aria-label="${words.related}"><h2>${words.related}</h2><ul>${related.map((other) => html`<li><a href="${site.articleUrl(other.slug)}"><bdi>${other.title}</bdi></a></li>`)}</ul></nav>`
}`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TechArticle',
    headline: title,
    description,
    inLanguage: article.locale,
    dateModified: updated.toISOString(),
    mainEntityOfPage: canonical,
    publisher: { '@type': 'Organization', name: site.name },
  };
  return page(site, { title: `${title} · ${site.name}`, description, canonical, content, data });
}

export function missingPage(site: HelpSite): Html {
  const { pageNotFound: missing, allArticles: all } = helpWords(site.locale);
  const content = html`<h1>${missing}</h1><p><a href="${site.home}?lang=${site.locale}">${all}</a></p>`;
  return page(site, { title: missing, canonical: site.home, content, isIndexed: false });
}

/** Escapes JSON for a script element, which would end at any `</script>`. */
function safeJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function languageName(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

function grouped(articles: readonly ListedArticle[]): [string, ListedArticle[]][] {
  const groups = new Map<string, ListedArticle[]>();
  for (const article of articles) {
    groups.set(article.category, [...(groups.get(article.category) ?? []), article]);
  }
  return [...groups];
}
