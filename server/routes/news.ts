import type { Transaction } from 'kysely';
import { listNews } from '../../src/contract/news.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, preparedRoute } from '../http/route.ts';
import { articleUrl, searchedLocales } from '../kb/locales.ts';
import { listLocales } from '../queries/articles.ts';
import { type NewsPosition, listNews as readNews } from '../queries/news.ts';

const pageSize = 20;

export const listNewsRoute = preparedRoute(
  { ...noInput, ...listNews },
  async ({ caller, query, readAccount }) => {
    const { news, kb_url } = await readAccount(caller.tenantId);
    const locales = searchedLocales(query.locale, Object.keys(news));
    return { locales, kb_url, after: positionOf(query.cursor) };
  },
  async ({ trx, caller, query, prepared: { kb_url, after, ...prepared } }) => {
    // The settings know the languages of public entries only.
    const locales = caller.signed ? await allLocales(trx, query.locale) : prepared.locales;
    if (locales.length === 0) return { entries: [], next_cursor: null };
    // One more than shown, to find out whether there is a next page.
    const found = await readNews(trx, locales, { after, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    const last = shown.at(-1);
    return {
      entries: shown.map(({ news_at, ...entry }) => ({
        ...entry,
        url: articleUrl(kb_url, entry.slug),
        date: news_at.toISOString(),
      })),
      next_cursor: found.length > pageSize && last ? cursorOf(last) : null,
    };
  },
);

async function allLocales(trx: Transaction<Schema>, requestedLocale: string | undefined) {
  const there = await listLocales(trx);
  return searchedLocales(
    requestedLocale,
    there.map(({ locale }) => locale),
  );
}

const cursorOf = ({ news_at, slug }: { news_at: Date; slug: string }) =>
  `${news_at.getTime()}-${slug}`;

/** @throws ValidationError */
function positionOf(cursor: string | undefined): NewsPosition | undefined {
  if (cursor === undefined) return undefined;
  const { time, slug } = /^(?<time>-?\d{1,14})-(?<slug>[a-z0-9-]+)$/.exec(cursor)?.groups ?? {};
  if (time === undefined || slug === undefined) {
    throw apiErrors.invalid([{ field: 'cursor', message: 'Must be a next_cursor of this list.' }]);
  }
  return { at: new Date(Number(time)), slug };
}
