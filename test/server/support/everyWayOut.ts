import { createChatModel } from '../../../server/kb/written/chatModel.ts';
import {
  answerQuestion,
  createTicket,
  getAgentTicket,
  getArticle,
  getArticleIndex,
  listNews,
  rateArticle,
  searchArticles,
  suggestArticles,
} from '../../../src/contract/index.ts';
import { writtenAnswerPath } from '../../../src/contract/writtenEvent.ts';
import { call, callFor } from './agent.ts';
import { type App, draft } from './api.ts';
import { newId, type TestTenant } from './tenant.ts';

/** The chat model of an app for `everyWayOut`. */
export const testModelOf = (url: string) =>
  createChatModel({ url, model: 'test', timeoutMs: 3_000 });

const mcpHeaders = {
  'Content-Type': 'application/json',
  Accept: 'application/json, text/event-stream',
};

/**
 * Returns what a visitor with these headers can read of an article, by the name of the way.
 * `formerSlug`: an old slug of it. `publicSlug`: an article of everyone that is related to it.
 */
export async function everyWayOut(
  app: App,
  tenant: TestTenant,
  headers: Record<string, string>,
  {
    words,
    slug,
    formerSlug,
    publicSlug,
  }: { words: string; slug: string; formerSlug: string; publicSlug: string },
): Promise<Record<string, string>> {
  const page = { key: tenant.publishableKey };
  const visitor = 'X-Visitor-Token' in headers ? page : { ...page, visitor: newId() };
  const of = (one: string) => ({ params: { slug: one }, headers });
  const body = { content: words };
  const mcp = (name: string, input: object) =>
    app.request(`/mcp/${tenant.id}`, {
      method: 'POST',
      headers: { ...mcpHeaders, ...headers },
      body: JSON.stringify({
        ...{ jsonrpc: '2.0', id: 1, method: 'tools/call' },
        params: { name, arguments: input },
      }),
    });
  const help = (path: string) => app.request(`/help/${tenant.id}/${path}`, { headers });
  const shown = { title: words, url: `https://help.acme.example/${slug}`, slug, snippet: words };
  const ticket = await call(app, visitor, createTicket, {
    headers,
    body: { ...draft, suggestions: [{ ...shown, relevance_score: 1, auto_suggested: true }] },
  });
  const ways: Record<string, Response | Promise<Response>> = {
    search: callFor(app, page, searchArticles, { query: { q: words }, headers }),
    suggestions: callFor(app, page, suggestArticles, {
      body: { ...body, relevance_threshold: 0 },
      headers,
    }),
    'most viewed': callFor(app, page, searchArticles, { headers }),
    'passage answer': callFor(app, page, answerQuestion, { body, headers }),
    index: callFor(app, page, getArticleIndex, { headers }),
    article: callFor(app, page, getArticle, of(slug)),
    'former slug': callFor(app, page, getArticle, of(formerSlug)),
    'related articles': callFor(app, page, getArticle, of(publicSlug)),
    rating: callFor(app, visitor, rateArticle, { ...of(slug), body: { helpful: true } }),
    news: callFor(app, page, listNews, { headers }),
    'written answer': callFor(
      app,
      visitor,
      { ...answerQuestion, path: writtenAnswerPath },
      {
        body,
        headers,
      },
    ),
    'note of a request': callFor(app, { key: tenant.secretKey }, getAgentTicket, {
      params: { id: ticket.id },
    }),
    'help: list': help(''),
    'help: search': help(`?q=${encodeURIComponent(words)}`),
    'help: article': help(slug),
    'help: Markdown': help(`${slug}.md`),
    'help: former slug': help(formerSlug),
    'help: sitemap': help('sitemap.xml'),
    'help: llms.txt': help('llms.txt'),
    'help: llms-full.txt': help('llms-full.txt'),
    'mcp: search': mcp('search_articles', { query: words }),
    'mcp: article': mcp('get_article', { slug: publicSlug }),
    'mcp: restricted article': mcp('get_article', { slug }),
  };
  const read = await Promise.all(
    Object.entries(ways).map(async ([name, response]) => {
      const { status, headers: sent } = await response;
      const text = await (await response).text();
      // The error of MCP repeats the slug.
      return [name, `${status} ${sent.get('Location')} ${text.replace(`no article ${slug}`, '')}`];
    }),
  );
  return Object.fromEntries(read);
}
