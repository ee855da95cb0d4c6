import type { Insertable, Selectable, Transaction } from 'kysely';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { changePostings, lockLocale } from './articlePostings.ts';

/** The data that an import needs of every existing article. */
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

/** False if there was no such article. */
export async function removeArticle(
  trx: Transaction<Schema>,
  { locale, slug }: { locale: string; slug: string },
): Promise<boolean> {
  await lockLocale(trx, locale);
  const before = await readMarks(trx, locale, [slug]);
  const { numDeletedRows } = await trx
    .deleteFrom('articles')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .executeTakeFirst();
  await changePostings(trx, locale, removed(before));
  return numDeletedRows > 0n;
}

export async function storeArticles(
  trx: Transaction<Schema>,
  articles: readonly Insertable<ArticlesTable>[],
): Promise<void> {
  const locales = new Set(articles.map(({ locale }) => locale));
  for (const locale of [...locales].sort()) {
    await lockLocale(trx, locale);
    const rows = articles.filter((article) => article.locale === locale);
    const slugs = rows.map(({ slug }) => slug);
    const before = new Map((await readMarks(trx, locale, slugs)).map((row) => [row.id, row]));
    await upsertArticles(trx, rows);
    const after = await readMarks(trx, locale, slugs);
    const changes = after.map(({ id, ...row }) => {
      return { id, before: marksOf(before.get(id)), after: marksOf(row) };
    });
    await changePostings(trx, locale, changes);
  }
}

async function upsertArticles(
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

/** Clears the hash, so that the same file is imported again when it returns. */
export async function unpublishArticles(
  trx: Transaction<Schema>,
  keys: readonly { locale: string; slug: string }[],
): Promise<void> {
  for (const locale of new Set(keys.map((key) => key.locale).sort())) {
    await lockLocale(trx, locale);
    const slugs = keys.filter((key) => key.locale === locale).map(({ slug }) => slug);
    const before = await readMarks(trx, locale, slugs);
    await trx
      .updateTable('articles')
      .set({ published: false, source_hash: '' })
      .where('tenant_id', '=', ofTenant)
      .where('locale', '=', locale)
      .where('slug', 'in', slugs)
      .execute();
    await changePostings(trx, locale, removed(before));
  }
}

type Marks = Pick<Selectable<ArticlesTable>, 'terms' | 'term_fields' | 'published'>;

function readMarks(trx: Transaction<Schema>, locale: string, slugs: readonly string[]) {
  return trx
    .selectFrom('articles')
    .select(['id', 'terms', 'term_fields', 'published'])
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', 'in', [...slugs])
    .execute();
}

function marksOf(row: Marks | undefined): Map<string, number> {
  if (!row?.published) return new Map();
  return new Map(row.terms.map((term, at) => [term, row.term_fields[at] ?? 0]));
}

function removed(rows: readonly (Marks & { id: number })[]) {
  return rows.map((row) => ({ id: row.id, before: marksOf(row), after: new Map() }));
}

export async function listArticleLocales(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_locales')
    .select(['locale', 'synonyms'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}
