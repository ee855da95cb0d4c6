import { type Kysely, sql } from 'kysely';

/**
 * `news_at`: the date of an article in What's new; null for an article that is not listed there.
 * The index finds the newest entries of a language without reading its articles.
 */
const news = `
  alter table support.articles add column news_at timestamptz(3);
  create index on support.articles (tenant_id, locale, news_at desc) where news_at is not null;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(news).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table support.articles drop column news_at`.execute(db);
}
