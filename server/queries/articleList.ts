import { type Expression, type SqlBool, sql, type Transaction } from 'kysely';
import type { ArticleOrder, ArticleState } from '../../src/contract/articleEditing.ts';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

export interface ArticleFilter {
  search?: string | undefined;
  locale?: string | undefined;
  category?: string | undefined;
  state?: ArticleState | undefined;
  sort?: ArticleOrder | undefined;
}

const pageRows = 50;
const viewDays = 30;

/**
 * The language of a slug that its translations follow: `source_locale` of the account, or else the
 * language that was created first.
 */
export const sourceOf = sql<string>`(select source.locale from articles as source
  where source.tenant_id = articles.tenant_id and source.slug = articles.slug
  order by source.locale = (select source_locale from tenants where id = ${ofTenant}) desc,
    source.id limit 1)`;

/**
 * True for a translation that is older than the last change of its source. The first text of the
 * source does not count as a change.
 */
export const isOutdated = sql<boolean>`exists (select from articles as source
  where source.tenant_id = articles.tenant_id and source.slug = articles.slug
    and source.locale <> articles.locale and source.locale = ${sourceOf}
    and source.version > 1
    and source.saved_at > greatest(articles.saved_at, articles.reviewed_at))`;

export const stateOf = sql<ArticleState>`case when published then 'published'
  when publish_at is not null then 'scheduled' else 'draft' end`;

const viewsOf = sql<number>`(select coalesce(sum(views), 0)::integer from article_views
  where article_views.tenant_id = articles.tenant_id and article_views.slug = articles.slug
    and day > current_date - ${viewDays}::integer)`;
const votesOf = (isHelpful: boolean) => sql<number>`(select count(*)::integer from article_feedback
  where article_feedback.tenant_id = articles.tenant_id and article_feedback.slug = articles.slug
    and mode = 'live' and helpful = ${isHelpful})`;

const orders = {
  title: sql`lower(title), locale`,
  updated: sql`saved_at desc, slug, locale`,
  views: sql`${viewsOf} desc, lower(title), locale`,
  votes: sql`${votesOf(true)} + ${votesOf(false)} desc, lower(title), locale`,
} as const;

/** Returns one page of articles, each in one language, and the total number of articles. */
export async function listArticlePage(
  trx: Transaction<Schema>,
  { search = '', locale, category, state, sort = 'title' }: ArticleFilter,
  offset: number,
) {
  const conditions: Expression<SqlBool>[] = search
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .map(
      (word) =>
        sql<boolean>`position(${word} in lower(concat_ws(' ', title, slug, description))) > 0`,
    );
  const found = trx
    .selectFrom('articles')
    .where('tenant_id', '=', ofTenant)
    .$if(locale !== undefined, (query) => query.where('locale', '=', locale ?? ''))
    .$if(category !== undefined, (query) => query.where('category', '=', category ?? ''))
    .$if(state !== undefined, (query) => query.where(sql<boolean>`${stateOf} = ${state}`))
    .$if(conditions.length > 0, (query) => query.where(({ and }) => and(conditions)));
  const { total } = await found
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select([
      'slug',
      'locale',
      'title',
      'category',
      'path',
      'version',
      'publish_at',
      'news_at',
      'audience',
    ])
    .select(['updated_at', 'saved_at', 'saved_by'])
    .select([stateOf.as('state'), isOutdated.as('outdated'), viewsOf.as('views')])
    .select([votesOf(true).as('helpful'), votesOf(false).as('not_helpful')])
    .orderBy(orders[sort])
    .limit(pageRows)
    .offset(offset)
    .execute();
  return { rows, total, next: offset + rows.length < total ? offset + pageRows : null };
}

/** Returns the languages and categories of all articles. */
export async function listArticleKinds(trx: Transaction<Schema>) {
  const of = async (column: 'locale' | 'category') => {
    const found = await trx
      .selectFrom('articles')
      .select(sql<string>`${sql.ref(column)}`.as('name'))
      .where('tenant_id', '=', ofTenant)
      .groupBy(column)
      .orderBy(column)
      .execute();
    return found.map(({ name }) => name);
  };
  return { locales: await of('locale'), categories: await of('category') };
}

/** Returns an article with all editable fields. */
export function findEdited(
  trx: Transaction<Schema>,
  { slug, locale }: { slug: string; locale: string },
) {
  return trx
    .selectFrom('articles')
    .select(['slug', 'locale', 'title', 'description', 'category', 'tags', 'related', 'path'])
    .select(['source', 'blocks', 'version', 'publish_at', 'news_at', 'audience'])
    .select(['updated_at', 'saved_at', 'saved_by'])
    .select([stateOf.as('state'), isOutdated.as('outdated'), sourceOf.as('source_locale')])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .where('locale', '=', locale)
    .executeTakeFirst();
}

/** Returns the languages of an article with the state of each. */
export function listTranslations(trx: Transaction<Schema>, slug: string) {
  return trx
    .selectFrom('articles')
    .select(['locale', 'title', 'saved_at'])
    .select([stateOf.as('state'), isOutdated.as('outdated')])
    .where('tenant_id', '=', ofTenant)
    .where('slug', '=', slug)
    .orderBy('locale')
    .execute();
}
