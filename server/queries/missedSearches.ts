import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Maximum number of stored searches per account, so that no one can fill the table. */
const maxMissedSearches = 2_000;
const minCharacters = 3;
const maxCharacters = 200;
/** Successive searches within this time belong to one text that is being typed. */
const typing = sql`interval '1 minute'`;

/**
 * Counts a search without results. It stores only the text. It skips a text that could identify a
 * person (an at sign, a long number, an address). It replaces a search that was the beginning of
 * this text, if it was made just before.
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
      select count(*) from missed_searches where tenant_id = ${ofTenant}) < ${maxMissedSearches}
    on conflict (tenant_id, locale, query)
      do update set searches = missed_searches.searches + 1, last_at = now()`.execute(trx);
}

function namesPerson(query: string): boolean {
  return /@|\d[\d\s().-]{4,}\d|:\/\//.test(query);
}

/** Lists the searches, the most frequent first. */
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

/** Returns false if the search does not exist. */
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
