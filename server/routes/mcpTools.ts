import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { text } from '../../src/contract/text.ts';
import { minScore } from '../../src/relevance/score.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { articleMarkdown } from '../kb/help/files.ts';
import { articleUrl, localeChain } from '../kb/locales.ts';
import { search } from '../kb/search.ts';
import { findBySlug, listLocales } from '../queries/articles.ts';
import type { Tenant } from '../queries/tenants.ts';
import type { McpSdk } from './mcp.ts';
import { readStatus } from './status.ts';

interface McpPlace {
  db: Kysely<Schema>;
  account: Tenant;
  /** Path prefix of the API, for the addresses of pictures. */
  basePath: string;
}

const version = '1';
const annotations = { readOnlyHint: true, openWorldHint: false };
const locale = z.optional(text(35)).check(z.describe('Language, such as en or pt-br.'));

/** Creates the MCP server of one request. Its tools return what visitors of the account can see. */
export function createMcpServer({ McpServer }: McpSdk, { db, account, basePath }: McpPlace) {
  const { id: tenantId, name, kb_url } = account;
  const server = new McpServer({ name: `${name} support`, version });
  const read = <T>(work: (trx: Transaction<Schema>) => Promise<T>) =>
    inScope(db, { actor: 'visitor', tenantId, mode: 'live' }, work);
  const addressOf = (slug: string) => articleUrl(kb_url, slug);

  server.registerTool(
    'search_articles',
    {
      title: 'Search articles',
      description: `Searches the published help articles of ${name}. Returns slugs for get_article, best first.`,
      inputSchema: {
        query: text(limits.query).check(z.describe('A question, or a few words.')),
        locale,
        limit: z._default(z.int().check(z.gte(1), z.lte(10)), 5),
      },
      annotations,
    },
    async ({ query, locale: requestedLocale, limit }) => {
      const options = {
        text: query,
        locale: requestedLocale,
        limit,
        threshold: minScore,
        isFinished: true,
      };
      const found = await read((trx) => search(trx, tenantId, options));
      const results = found.results.map(({ slug, title, snippet, url, relevance_score }) => {
        return { slug, title, snippet, url, relevance_score };
      });
      return textOf(JSON.stringify({ locale: found.locale, results }));
    },
  );

  server.registerTool(
    'get_article',
    {
      title: 'Read an article',
      description: `Returns a published help article of ${name} as Markdown.`,
      inputSchema: { slug: text(limits.id), locale },
      annotations,
    },
    async ({ slug, locale: requestedLocale }) => {
      const article = await read(async (trx) => {
        const there = (await listLocales(trx)).map((one) => one.locale);
        const chain = localeChain(requestedLocale, there);
        return chain.length > 0 ? findBySlug(trx, slug, chain) : undefined;
      });
      if (article === undefined) {
        const message = `There is no article ${slug}. Find its slug with search_articles.`;
        return { ...textOf(message), isError: true };
      }
      const links = { articleUrl: addressOf, basePath };
      return textOf(`${articleMarkdown(article, links)}\nSource: ${addressOf(article.slug)}\n`);
    },
  );

  server.registerTool(
    'get_status',
    {
      title: 'Read the status',
      description: `Returns open incidents and planned maintenance of ${name}.`,
      inputSchema: {},
      annotations,
    },
    async () => textOf(JSON.stringify(await read(readStatus))),
  );
  return server;
}

function textOf(words: string) {
  return { content: [{ type: 'text' as const, text: words }] };
}
