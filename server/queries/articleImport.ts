import { type Insertable, sql, type Transaction } from 'kysely';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** More postings of one term are not kept: the weakest say least, and the device searches no more articles. */
const postingsKept = 1_000;
/** Of ten thousand articles all terms are gathered in one statement. */
const patienceMs = 300_000;

/** What an import must know of every article that is there. */
export function listStoredArticles(trx: Transaction<Schema>) {
  return trx
    .selectFrom('articles')
    .select(['locale', 'slug', 'path', 'source_hash as hash', 'published'])
    .select(['title', 'category', 'updated_at'])
    .where('tenant_id', '=', ofTenant)
    .orderBy('locale')
    .orderBy('path')
    .orderBy('slug')
    .execute();
}

/** False where there was none. */
export async function removeArticle(
  trx: Transaction<Schema>,
  { locale, slug }: { locale: string; slug: string },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('articles')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function storeArticles(
  trx: Transaction<Schema>,
  articles: Insertable<ArticlesTable>[],
): Promise<void> {
  await trx
    .insertInto('articles')
    .values(articles)
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'locale', 'slug']).doUpdateSet(({ ref }) => ({
        category: ref('excluded.category'),
        title: ref('excluded.title'),
        description: ref('excluded.description'),
        tags: ref('excluded.tags'),
        headings: ref('excluded.headings'),
        related: ref('excluded.related'),
        path: ref('excluded.path'),
        source: ref('excluded.source'),
        source_hash: ref('excluded.source_hash'),
        blocks: ref('excluded.blocks'),
        body: ref('excluded.body'),
        minutes: ref('excluded.minutes'),
        published: ref('excluded.published'),
        updated_at: ref('excluded.updated_at'),
        terms: ref('excluded.terms'),
        term_fields: ref('excluded.term_fields'),
        pictures: ref('excluded.pictures'),
      })),
    )
    .execute();
}

/** Without its hash, the same file is taken anew when it comes back. */
export async function unpublishArticle(
  trx: Transaction<Schema>,
  { locale, slug }: { locale: string; slug: string },
): Promise<void> {
  await trx
    .updateTable('articles')
    .set({ published: false, source_hash: '' })
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .execute();
}

export async function listArticleLocales(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_locales')
    .select(['locale', 'synonyms'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}

/** Gathers what searches the published articles of a language. */
export async function indexLocale(
  trx: Transaction<Schema>,
  locale: string,
  synonyms: string[][],
): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(patienceMs)}, true)`.execute(trx);
  await trx
    .deleteFrom('article_terms')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .execute();
  await trx
    .deleteFrom('article_locales')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .execute();
  await sql`
    insert into article_terms (locale, term, articles, postings)
    select ${locale}, term, count(*),
      string_agg((id * 32 + mark)::text, ',' order by place) filter (where place <= ${postingsKept})
    from (
      select id, term, mark, row_number() over (partition by term order by mark desc, id) as place
      from articles, unnest(terms, term_fields) as entry (term, mark)
      where tenant_id = support.tenant() and locale = ${locale} and published
    ) as entries
    group by term`.execute(trx);
  await sql`
    insert into article_locales (locale, version, articles, synonyms)
    select ${locale}, md5(string_agg(slug || source_hash, ',' order by slug) || ${JSON.stringify(synonyms)}),
      count(*), ${JSON.stringify(synonyms)}
    from articles where tenant_id = support.tenant() and locale = ${locale} and published
    having count(*) > 0`.execute(trx);
}
