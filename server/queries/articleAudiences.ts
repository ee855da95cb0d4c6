import { type Insertable, sql, type Transaction } from 'kysely';
import type { ArticlesTable } from '../db/articleTables.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';
import { finishLocale, lockSlugs } from './articlePostings.ts';
import { listArticleLocales } from './storedArticles.ts';

type Row = Insertable<ArticlesTable>;

/**
 * Returns rows with their audience. An article has the same one in all of its languages. A row that
 * names none gets that of another row, or else that of the stored article, so that no translation
 * shows a restricted article to everyone.
 */
export async function withAudiences(
  trx: Transaction<Schema>,
  rows: readonly Row[],
): Promise<Row[]> {
  const named = audiencesOf(rows);
  if (named.size > 0) await lockSlugs(trx);
  const slugs = rows.map(({ slug }) => slug).filter((slug) => !named.has(slug));
  const stored = slugs.length === 0 ? [] : await findAudiences(trx, slugs);
  const known = new Map([
    ...stored.map(({ slug, audience }): [string, string] => [slug, JSON.stringify(audience)]),
    ...named,
  ]);
  return rows.map((row) => ({ ...row, audience: known.get(row.slug) ?? null }));
}

/** Applies the audiences that rows name to the other languages of their articles. */
export async function shareAudiences(
  trx: Transaction<Schema>,
  rows: readonly Row[],
): Promise<void> {
  for (const [slug, audience] of audiencesOf(rows)) await setAudience(trx, slug, audience);
}

/** Sets the audience of an article in all of its languages. Lock the slugs before. */
export async function setAudience(
  trx: Transaction<Schema>,
  slug: string,
  audience: string | null,
): Promise<void> {
  const changed = await trx
    .updateTable('articles')
    .set({ audience })
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where(sql<boolean>`audience is distinct from ${audience}::jsonb`)
    .returning('locale')
    .execute();
  if (changed.length === 0) return;
  const synonyms = new Map(
    (await listArticleLocales(trx)).map((one) => [one.locale, one.synonyms]),
  );
  for (const { locale } of changed) await finishLocale(trx, locale, synonyms.get(locale) ?? []);
}

/** Returns the audiences that rows name, by slug. A restriction wins over an article of everyone. */
function audiencesOf(rows: readonly Row[]): Map<string, string | null> {
  const named = new Map<string, string | null>();
  for (const { slug, audience } of rows) {
    if (audience === undefined) continue;
    named.set(slug, audience ?? named.get(slug) ?? null);
  }
  return named;
}

function findAudiences(trx: Transaction<Schema>, slugs: readonly string[]) {
  return trx
    .selectFrom('articles')
    .select(['slug', 'audience'])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', sql<string>`any(${[...slugs]}::text[])`)
    .where('audience', 'is not', null)
    .execute();
}
