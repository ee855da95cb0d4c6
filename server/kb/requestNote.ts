import type { Transaction } from 'kysely';
import type { ShownSuggestion } from '../../src/contract/suggestion.ts';
import type { Schema } from '../db/schema.ts';
import { findBySlugs } from '../queries/articleSearch.ts';
import { insertRequestNote } from '../queries/messages.ts';
import { readTenant } from '../queries/tenants.ts';
import { articleUrl } from './locales.ts';

const headings = {
  exchange: 'Questions to AI and its answers, as the visitor’s browser sent them:\n\n',
  suggestions: 'Auto-suggested knowledge base articles:\n\n',
};

interface RequestNote {
  suggestions?: readonly ShownSuggestion[] | undefined;
  exchange?: string | undefined;
}

/**
 * Adds an internal note with what the visitor read before they wrote: the exchange with the model,
 * and the suggested articles. Data about articles is used only if it matches an article of the
 * tenant, so that forged links, titles or texts cannot reach an agent as suggestions. The exchange
 * is text of the visitor's browser, and the note says so.
 */
export async function addRequestNote(
  trx: Transaction<Schema>,
  ticketId: string,
  { suggestions: shown = [], exchange = '' }: RequestNote,
): Promise<void> {
  const suggestions = shown.length === 0 ? [] : await findShown(trx, shown);
  const lines = suggestions.map(({ title, url, snippet }) => `- [${title}](${url}) - ${snippet}`);
  const parts = [
    ...(exchange.trim() === '' ? [] : [headings.exchange + exchange.trim()]),
    ...(lines.length === 0 ? [] : [headings.suggestions + lines.join('\n')]),
  ];
  if (parts.length === 0) return;
  await insertRequestNote(trx, ticketId, {
    body: parts.join('\n\n'),
    metadata: { suggestions, generated_at: new Date().toISOString() },
  });
}

async function findShown(trx: Transaction<Schema>, shown: readonly ShownSuggestion[]) {
  const { kb_url } = await readTenant(trx);
  const slugs = new Map(shown.map((one) => [slugOf(one, kb_url), one]));
  const articles = await findBySlugs(trx, [...slugs.keys()]);
  return [...slugs].flatMap(([slug, { title, snippet, relevance_score }]) => {
    const translations = articles.filter((article) => article.slug === slug);
    const article = translations.find((one) => one.title === title) ?? translations[0];
    if (article === undefined) return [];
    const texts = [article.description, article.body];
    const isIts = texts.some((text) => oneLine(text).includes(withoutCuts(oneLine(snippet))));
    return {
      title: article.title,
      url: articleUrl(kb_url, slug),
      snippet: isIts ? oneLine(snippet) : oneLine(article.description),
      relevance_score,
      auto_suggested: true,
    };
  });
}

/** Returns the slug, taken from the address if it is missing. */
function slugOf({ slug, url }: ShownSuggestion, pattern: string): string {
  const [before = '', after = ''] = pattern.split('{slug}');
  const isOurs = url.startsWith(before) && url.endsWith(after);
  return slug ?? (isOurs ? url.slice(before.length, url.length - after.length) : '');
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** Removes the ellipsis. */
function withoutCuts(snippet: string): string {
  return snippet.replaceAll(/^…|…$/g, '').trim();
}
