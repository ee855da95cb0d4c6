import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/**
 * Maximum number of postings per term. The weakest postings matter least and are dropped. A device
 * does not search more articles either.
 */
const maxPostings = 1_000;
/**
 * Timeout of the statement that gathers all terms of a language, which may have ten thousand
 * articles.
 */
const gatherTimeoutMs = 300_000;
/**
 * Up to this number of changed articles, rows are updated one by one. Above it, gathering all terms
 * of the language again is faster.
 */
const articlesPerRow = 10;
const rowsPerBatch = 1_000;

/**
 * A changed article of one language: its marks before and after the change. The marks are empty
 * while it is not published.
 */
export interface IndexChange {
  id: number;
  before: ReadonlyMap<string, number>;
  after: ReadonlyMap<string, number>;
}

const slugsKey = sql`hashtextextended('article slugs ' || support.tenant(), 0)`;

/**
 * Serializes writers of the search data of a language, and waits while an article gets a new slug.
 * The locks are released when the transaction ends.
 */
export async function lockLocale(trx: Transaction<Schema>, locale: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${slugsKey})`.execute(trx);
  await sql`select pg_advisory_xact_lock(
    hashtextextended('articles ' || support.tenant() || ' ' || ${locale}, 0))`.execute(trx);
}

/**
 * Waits for all writers of articles. Until the transaction ends, no other transaction can take or
 * change a slug.
 */
export async function lockSlugs(trx: Transaction<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${slugsKey})`.execute(trx);
}

/**
 * Updates the term rows of changed articles. If many articles changed, it only marks the language,
 * and `finishLocale` then gathers all of its terms.
 */
export async function changePostings(
  trx: Transaction<Schema>,
  locale: string,
  changes: readonly IndexChange[],
): Promise<void> {
  const known = await readLocale(trx, locale);
  if (known === undefined || known.version === '') return;
  if (changes.length > articlesPerRow) {
    await writeLocale(trx, locale).set({ version: '' }).execute();
    return;
  }
  const terms = new Set(
    changes.flatMap(({ before, after }) => [...before.keys(), ...after.keys()]),
  );
  const rows = new Map([...terms].map((term) => [term, { articles: 0, postings: [] as number[] }]));
  for (const row of await readRows(trx, locale, [...terms])) {
    const postings = row.postings.split(',').map(Number);
    rows.set(row.term, { articles: row.articles, postings });
  }
  for (const { id, before, after } of changes) {
    for (const term of new Set([...before.keys(), ...after.keys()])) {
      const row = rows.get(term);
      if (row === undefined) continue;
      const mark = after.get(term);
      row.articles += Number(mark !== undefined) - Number(before.has(term));
      row.postings = row.postings.filter((posting) => Math.floor(posting / 32) !== id);
      if (mark !== undefined) row.postings.push(id * 32 + mark);
    }
  }
  await storeRows(trx, locale, rows);
}

/**
 * Publishes the changes of a language: writes its version, and gathers all of its terms if it was
 * marked.
 */
export async function finishLocale(
  trx: Transaction<Schema>,
  locale: string,
  synonyms: string[][],
): Promise<void> {
  await lockLocale(trx, locale);
  const known = await readLocale(trx, locale);
  if (known === undefined || known.version === '') await gatherPostings(trx, locale);
  await trx
    .deleteFrom('article_locales')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .execute();
  await sql`
    insert into article_locales (locale, version, articles, text_bytes, synonyms)
    select ${locale}, md5(string_agg(slug || source_hash || coalesce(audience::text, ''), ',' order by slug) || ${JSON.stringify(synonyms)}),
      count(*) filter (where news_at is null),
      coalesce(sum(octet_length(body)) filter (where news_at is null), 0), ${JSON.stringify(synonyms)}
    from articles where tenant_id = support.tenant() and locale = ${locale} and published
    having count(*) > 0`.execute(trx);
}

async function gatherPostings(trx: Transaction<Schema>, locale: string): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(gatherTimeoutMs)}, true)`.execute(trx);
  await trx
    .deleteFrom('article_terms')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .execute();
  await sql`
    insert into article_terms (locale, term, articles, postings)
    select ${locale}, term, count(*),
      string_agg((id::bigint * 32 + mark)::text, ',' order by place) filter (where place <= ${maxPostings})
    from (
      select id, term, mark, row_number() over (partition by term order by mark desc, id) as place
      from articles, unnest(terms, term_fields) as entry (term, mark)
      where tenant_id = support.tenant() and locale = ${locale} and published
    ) as entries
    group by term`.execute(trx);
}

async function storeRows(
  trx: Transaction<Schema>,
  locale: string,
  rows: ReadonlyMap<string, { articles: number; postings: number[] }>,
): Promise<void> {
  const gone = [...rows].filter(([, { postings }]) => postings.length === 0).map(([term]) => term);
  const stored = [...rows]
    .filter(([, { postings }]) => postings.length > 0)
    .map(([term, { articles, postings }]) => {
      postings.sort((a, b) => (b & 31) - (a & 31) || a - b);
      return { locale, term, articles, postings: postings.slice(0, maxPostings).join(',') };
    });
  for (let start = 0; start < stored.length; start += rowsPerBatch) {
    await trx
      .insertInto('article_terms')
      .values(stored.slice(start, start + rowsPerBatch))
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'locale', 'term']).doUpdateSet(({ ref }) => ({
          articles: ref('excluded.articles'),
          postings: ref('excluded.postings'),
        })),
      )
      .execute();
  }
  if (gone.length === 0) return;
  await trx
    .deleteFrom('article_terms')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('term', 'in', gone)
    .execute();
}

function readRows(trx: Transaction<Schema>, locale: string, terms: string[]) {
  return trx
    .selectFrom('article_terms')
    .select(['term', 'articles', 'postings'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('term', '=', sql<string>`any(${terms}::text[])`)
    .execute();
}

function readLocale(trx: Transaction<Schema>, locale: string) {
  return trx
    .selectFrom('article_locales')
    .select('version')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .executeTakeFirst();
}

function writeLocale(trx: Transaction<Schema>, locale: string) {
  return trx
    .updateTable('article_locales')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale);
}
