import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Searches of one account that are stored; more are not, so that no one can fill the table. */
const searchesKept = 2_000;
const minCharacters = 3;
const maxCharacters = 200;
/** Words that are being typed follow each other within this time. */
const typing = sql`interval '1 minute'`;

/**
 * Counts a search that found nothing, by its words alone. Searches with what could name a person (an at
 * sign, a long number, an address) are left out. The beginnings of words that were typed just before do not
 * count.
 */
export async function countMissedSearch(
  trx: Transaction<Schema>,
  search: { text: string; locale: string },
): Promise<void> {
  const query = search.text.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (query.length < minCharacters || query.length > maxCharacters || namesPerson(query)) return;
  await sql`delete from missed_searches where tenant_id = ${ofTenant}
    and locale = ${search.locale} and searches = 1 and last_at > now() - ${typing}
    and query <> ${query} and starts_with(${query}, query)`.execute(trx);
  await sql`insert into missed_searches (locale, query)
    select ${search.locale}, ${query} where (
      select count(*) from missed_searches where tenant_id = ${ofTenant}) < ${searchesKept}
    on conflict (tenant_id, locale, query)
      do update set searches = missed_searches.searches + 1, last_at = now()`.execute(trx);
}

function namesPerson(query: string): boolean {
  return /@|\d[\d\s().-]{4,}\d|:\/\//.test(query);
}

/** Returns the most frequent ones first. */
export function listMissedSearches(trx: Transaction<Schema>) {
  return trx
    .selectFrom('missed_searches')
    .select(['query', 'locale', 'searches', 'last_at'])
    .where('tenant_id', '=', ofTenant)
    .orderBy('searches', 'desc')
    .orderBy('last_at', 'desc')
    .limit(200)
    .execute();
}

/** False if there was no such search. */
export async function removeMissedSearch(
  trx: Transaction<Schema>,
  { query, locale }: { query: string; locale: string },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('missed_searches')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('query', '=', query)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
