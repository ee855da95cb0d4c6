import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

interface Key {
  locale: string;
  slug: string;
}

/** Maximum number of earlier versions of one article. The oldest are deleted first. */
const maxVersions = 49;

const columns = [
  'version',
  'title',
  'description',
  'category',
  'tags',
  'related',
  'path',
  'source',
  'blocks',
  'saved_at',
  'saved_by',
] as const;

/** Stores the current texts of articles that are about to be replaced. */
export async function insertVersions(
  trx: Transaction<Schema>,
  locale: string,
  slugs: readonly string[],
): Promise<void> {
  const { numInsertedOrUpdatedRows = 0n } = await trx
    .insertInto('article_versions')
    .columns(['locale', 'slug', ...columns])
    .expression((from) =>
      from
        .selectFrom('articles')
        .select(['locale', 'slug', ...columns])
        .where('tenant_id', '=', ofTenant)
        .where('locale', '=', locale)
        .where('slug', 'in', [...slugs]),
    )
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await sql`delete from article_versions using articles
    where article_versions.tenant_id = ${ofTenant} and articles.tenant_id = ${ofTenant}
      and articles.locale = article_versions.locale and articles.slug = article_versions.slug
      and articles.locale = ${locale} and articles.slug = any(${[...slugs]}::text[])
      and article_versions.version <= articles.version - ${maxVersions}`.execute(trx);
}

export async function removeVersions(
  trx: Transaction<Schema>,
  { locale, slug }: Key,
): Promise<void> {
  await trx
    .deleteFrom('article_versions')
    .where('tenant_id', '=', ofTenant)
    .where('locale', '=', locale)
    .where('slug', '=', slug)
    .execute();
}

/** Returns the versions of an article, newest first. The first is the current article. */
export function listVersions(trx: Transaction<Schema>, { locale, slug }: Key) {
  const shown = ['version', 'title', 'saved_at', 'saved_by'] as const;
  const of = (table: 'articles' | 'article_versions') =>
    trx
      .selectFrom(table)
      .select(shown)
      .where('tenant_id', '=', ofTenant)
      .where('locale', '=', locale)
      .where('slug', '=', slug);
  return of('articles').unionAll(of('article_versions')).orderBy('version', 'desc').execute();
}

/** Returns an article as it was in a version, or undefined if the version does not exist. */
export async function findVersion(
  trx: Transaction<Schema>,
  { locale, slug, version }: Key & { version: number },
) {
  const of = (table: 'articles' | 'article_versions') =>
    trx
      .selectFrom(table)
      .select(columns)
      .where('tenant_id', '=', ofTenant)
      .where('locale', '=', locale)
      .where('slug', '=', slug)
      .where('version', '=', version)
      .executeTakeFirst();
  return (await of('articles')) ?? (await of('article_versions'));
}
