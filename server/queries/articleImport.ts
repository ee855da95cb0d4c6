import { type Insertable, type Selectable, sql, type Transaction, type Updateable } from 'kysely';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { shareAudiences, withAudiences } from './articleAudiences.ts';
import { changePostings, lockLocale } from './articlePostings.ts';
import { insertVersions, removeVersions } from './articleVersions.ts';

/** Removes an article. Returns false if it does not exist. */
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
  await removeVersions(trx, { locale, slug });
  await changePostings(trx, locale, removed(before));
  return numDeletedRows > 0n;
}

/** Stores articles. `savedBy`: name of the agent or key. */
export async function storeArticles(
  trx: Transaction<Schema>,
  articles: readonly Insertable<ArticlesTable>[],
  savedBy: string | null = null,
): Promise<void> {
  const whole = await withAudiences(trx, articles);
  const locales = new Set(articles.map(({ locale }) => locale));
  for (const locale of [...locales].sort()) {
    await lockLocale(trx, locale);
    const rows = whole
      .filter((article) => article.locale === locale)
      .map((article) => ({ ...article, saved_by: savedBy }));
    const slugs = rows.map(({ slug }) => slug);
    const before = await readMarks(trx, locale, slugs);
    await insertVersions(trx, locale, slugs);
    await upsertArticles(trx, rows);
    await indexChanges(trx, locale, slugs, before);
  }
  await shareAudiences(trx, articles);
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
        publish_at: ref('excluded.publish_at'),
        news_at: ref('excluded.news_at'),
        audience: ref('excluded.audience'),
        saved_by: ref('excluded.saved_by'),
        saved_at: sql<Date>`now()`,
        version: sql<number>`articles.version + 1`,
      })),
    )
    .execute();
}

/**
 * Unpublishes articles. Clears their hash, so that the same file is imported again when it
 * reappears.
 */
export async function unpublishArticles(
  trx: Transaction<Schema>,
  keys: readonly { locale: string; slug: string }[],
): Promise<void> {
  for (const locale of new Set(keys.map((key) => key.locale).sort())) {
    const slugs = keys.filter((key) => key.locale === locale).map(({ slug }) => slug);
    await setStates(trx, locale, slugs, { published: false, publish_at: null, source_hash: '' });
  }
}

/** Records that a translation was reviewed and matches its source. */
export async function noteReview(
  trx: Transaction<Schema>,
  { locale, slug }: { locale: string; slug: string },
): Promise<void> {
  await trx
    .updateTable('articles')
    .set({ reviewed_at: sql<Date>`now()` })
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .execute();
}

/** Publishes or unpublishes articles of a language. Their text does not change. */
export async function setStates(
  trx: Transaction<Schema>,
  locale: string,
  slugs: readonly string[],
  state: Pick<Updateable<ArticlesTable>, 'published' | 'publish_at' | 'source_hash'>,
): Promise<void> {
  await lockLocale(trx, locale);
  const before = await readMarks(trx, locale, slugs);
  await trx
    .updateTable('articles')
    .set(state)
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', 'in', [...slugs])
    .execute();
  await indexChanges(trx, locale, slugs, before);
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

/** Updates the index after a change of articles that had the marks `before`. */
async function indexChanges(
  trx: Transaction<Schema>,
  locale: string,
  slugs: readonly string[],
  before: readonly (Marks & { id: number })[],
): Promise<void> {
  const known = new Map(before.map((row) => [row.id, row]));
  const after = await readMarks(trx, locale, slugs);
  const changes = after.map(({ id, ...row }) => {
    return { id, before: marksOf(known.get(id)), after: marksOf(row) };
  });
  await changePostings(trx, locale, changes);
}

function marksOf(row: Marks | undefined): Map<string, number> {
  if (!row?.published) return new Map();
  return new Map(row.terms.map((term, at) => [term, row.term_fields[at] ?? 0]));
}

function removed(rows: readonly (Marks & { id: number })[]) {
  return rows.map((row) => ({ id: row.id, before: marksOf(row), after: new Map() }));
}
