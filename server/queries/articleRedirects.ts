import { sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

/** Returns the current slug of an article, or undefined if `slug` is not a former slug. */
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

/** Returns the former slugs of an article. */
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

/** Returns all former slugs with their current slugs. */
export function listAllRedirects(trx: Transaction<Schema>) {
  return trx
    .selectFrom('article_redirects')
    .select(['slug', 'target'])
    .where('tenant_id', '=', ofTenant)
    .execute();
}

/** Removes the redirect of a slug that an article uses again. */
export async function removeRedirect(trx: Transaction<Schema>, slug: string): Promise<void> {
  await trx
    .deleteFrom('article_redirects')
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .execute();
}

const tablesOfSlugs = ['articles', 'article_versions'] as const;

/**
 * Changes the slug of an article in every language. Its versions, views, ratings and the related
 * articles that point to it follow. The old slug redirects to the new one, which must be free.
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
  // An imported article can have a slug that redirected to another article.
  await trx
    .insertInto('article_redirects')
    .values({ slug: from, target: to })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'slug']).doUpdateSet({ target: to }))
    .execute();
}
