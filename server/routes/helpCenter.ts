import type { Hono } from 'hono';
import { limits } from '../../src/contract/limits.ts';
import { isUuid } from '../base/uuid.ts';
import { inScope } from '../db/scope.ts';
import type { Environment, RequestContext } from '../http/envelope.ts';
import { articleMarkdown, llmsTxt, sitemap } from '../kb/help/files.ts';
import { articlePage, listPage, missingPage } from '../kb/help/pages.ts';
import { createSite } from '../kb/help/site.ts';
import { statusFiles } from '../kb/help/statusFiles.ts';
import { helpStyle } from '../kb/help/style.ts';
import { helpLanguages } from '../kb/help/words.ts';
import { localeChain } from '../kb/locales.ts';
import { searchAndCount } from '../kb/search.ts';
import { countView, findBySlug, findRelated, listLocales } from '../queries/articles.ts';
import {
  listAddresses,
  listContents,
  listLanguages,
  listPublished,
} from '../queries/helpCenter.ts';
import { limitPage, type PublicPages, readPublicAccount } from './publicAccount.ts';
import { readStatus } from './status.ts';

const root = '/help/';
/** The pages have no scripts. Their styles and pictures come from this server. */
const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/**
 * Serves the public help center of each account that has enabled it: pages, Markdown, sitemap and
 * `llms.txt`, and the public status.
 */
export function addHelpCenter(app: Hono<Environment>, basePath: string, deps: PublicPages): void {
  const { kysely } = deps.database;

  app.get(`${root}style.css`, (c) => {
    c.header('Cache-Control', 'public, max-age=3600');
    return c.body(helpStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });

  app.get(`${root}:account`, (c) => {
    const id = c.req.param('account');
    return isUuid(id) ? c.redirect(`${root}${id}/${new URL(c.req.url).search}`) : c.notFound();
  });
  app.on('GET', [`${root}:account/`, `${root}:account/:page`], async (c) => {
    const id = c.req.param('account') ?? '';
    const account = await readPublicAccount(deps, id, 'help_center');
    if (account === undefined) return c.notFound();
    await limitPage(c, deps, id);
    const name = c.req.param('page') ?? '';
    return inScope(kysely, { actor: 'visitor', tenantId: id }, async (trx) => {
      const there = (await listLocales(trx)).map(({ locale }) => locale);
      const chain = localeChain(requestedLanguage(c, there), there);
      const [locale = 'en'] = chain;
      const origin = deps.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
      const place = { home: `${origin}${root}${id}/`, styleUrl: `${root}style.css` };
      const site = createSite({ name: account.name, locale, locales: there.toSorted() }, place);
      const links = { articleUrl: site.articleUrl, basePath: `${origin}${basePath}` };

      if (name === 'sitemap.xml')
        return send(c, 'application/xml', sitemap(site, await listAddresses(trx)));
      if (name === 'llms.txt')
        return send(c, 'text/plain', llmsTxt(site, await listPublished(trx, locale)));
      if (name === 'llms-full.txt') {
        const contents = await listContents(trx, locale);
        return send(c, 'text/plain', contents.map((one) => articleMarkdown(one, links)).join('\n'));
      }
      const statusFile = Object.hasOwn(statusFiles, name) ? statusFiles[name] : undefined;
      if (statusFile !== undefined) {
        const language = requestedLanguage(c, helpLanguages) ?? 'en';
        const { type, text } = statusFile(await readStatus(trx), { ...site, locale: language });
        return send(c, type, text, 60);
      }
      if (name === '') {
        const q = c.req.query('q')?.trim().slice(0, limits.query);
        const found = q
          ? (
              await searchAndCount(trx, id, {
                text: q,
                locale,
                limit: 20,
                threshold: 0,
                isFinished: true,
              })
            ).results
          : await listPublished(trx, locale);
        const listed = found.map((one) => ({
          ...one,
          description: 'snippet' in one ? one.snippet : one.description,
        }));
        return sendPage(c, await listPage(site, listed, q || undefined));
      }
      const slug = name.replace(/\.md$/, '');
      const stored = chain.length > 0 ? await findBySlug(trx, slug, chain) : undefined;
      if (stored === undefined) return sendPage(c, await missingPage(site), 404);
      if (stored.slug !== slug) {
        return c.redirect(
          place.home + name.replace(slug, stored.slug) + new URL(c.req.url).search,
          301,
        );
      }
      if (slug !== name) return send(c, 'text/markdown', articleMarkdown(stored, links));
      if (c.req.method === 'GET') await countView(trx, slug);
      const own = await listLanguages(trx, slug);
      const about = { name: account.name, locale: stored.locale, locales: own };
      const related =
        stored.related.length > 0 ? await findRelated(trx, stored.related, chain) : [];
      return sendPage(
        c,
        await articlePage(
          createSite(about, place),
          { ...stored, updated: stored.updated_at, related },
          links,
        ),
      );
    });
  });
}

/** Returns the language of `?lang=`, or else the first language of the browser that exists here. */
function requestedLanguage(c: RequestContext, there: readonly string[]): string | undefined {
  const named = c.req.query('lang');
  if (named !== undefined) return named.slice(0, 35);
  const accepted = (c.req.header('Accept-Language') ?? '')
    .split(',')
    .map((one) => one.split(';')[0]?.trim().toLowerCase() ?? '');
  return accepted.find((one) => there.includes(one) || there.includes(one.split('-')[0] ?? ''));
}

function send(c: RequestContext, type: string, text: string, seconds = 300): Response {
  c.header('Cache-Control', `public, max-age=${seconds}`);
  c.header('Vary', 'Accept-Language');
  return c.body(text, 200, { 'Content-Type': `${type}; charset=utf-8` });
}

function sendPage(c: RequestContext, page: unknown, status: 200 | 404 = 200): Response {
  c.header('Content-Security-Policy', policy);
  c.header('Cache-Control', status === 200 ? 'public, max-age=60' : 'no-store');
  c.header('Vary', 'Accept-Language');
  return c.body(String(page), status, { 'Content-Type': 'text/html; charset=utf-8' });
}
