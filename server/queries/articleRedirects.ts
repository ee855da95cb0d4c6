import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Returns the slug that an article has today; undefined for one that never was another's. */
export async function findRedirect(
  trx: Transaction<Schema>,
  slug: string,
): Promise<string | undefined> {
  const found = await trx
    .selectFrom('article_redirects')
    .select('target')
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return found?.target;
}

/** Returns the slugs that lead to an article. */
export async function listRedirects(trx: Transaction<Schema>, target: string): Promise<string[]> {
  const found = await trx
    .selectFrom('article_redirects')
    .select('slug')
    .where('tenant_id', '=', ofTenant)
    .where('target', '=', target)
    .orderBy('slug')
    .execute();
  return found.map(({ slug }) => slug);
}

/** Returns every slug that leads to another. */
export function listAllRedirects(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_redirects')
    .select(['slug', 'target'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}

/** A slug that is an article's again leads nowhere else. */
export async function removeRedirect(trx: Transaction<Schema>, slug: string): Promise<void> {
  await trx
    .deleteFrom('article_redirects')
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .execute();
}

const tablesOfSlugs = ['articles', 'article_versions'] as const;

/**
 * Gives an article another slug, which is free, in every language: with its versions, views and ratings, and
 * in the lists of related articles. The old slug leads to it.
 */
export async function moveSlug(
  trx: Transaction<Schema>,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await sql`insert into article_views (slug, day, views)
    select ${to}, day, views from article_views where tenant_id = ${ofTenant} and slug = ${from}
    on conflict (tenant_id, slug, day)
      do update set views = article_views.views + excluded.views`.execute(trx);
  await sql`insert into article_feedback (slug, visitor_hash, mode, helpful, comment, created_at)
    select ${to}, visitor_hash, mode, helpful, comment, created_at from article_feedback
    where tenant_id = ${ofTenant} and slug = ${from}
    on conflict (tenant_id, slug, visitor_hash, mode) do nothing`.execute(trx);
  for (const table of ['article_views', 'article_feedback'] as const) {
    await trx
      .deleteFrom(table)
      .where('tenant_id', '=', ofTenant)
      .where('slug', '=', from)
      .execute();
  }
  for (const table of tablesOfSlugs) {
    await trx
      .updateTable(table)
      .set({ slug: to })
      .where('tenant_id', '=', ofTenant)
      .where('slug', '=', from)
      .execute();
  }
  await sql`update articles set related = array_replace(related, ${from}, ${to})
    where tenant_id = ${ofTenant} and ${from} = any(related)`.execute(trx);
  await removeRedirect(trx, to);
  await trx
    .updateTable('article_redirects')
    .set({ target: to })
    .where('tenant_id', '=', ofTenant)
    .where('target', '=', from)
    .execute();
  await trx.insertInto('article_redirects').values({ slug: from, target: to }).execute();
}
