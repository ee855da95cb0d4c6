import { type Kysely, sql } from 'kysely';

const reader = `tenant_id = support.tenant()
  and support.actor() in ('visitor', 'agent', 'worker') and published`;

/**
 * `audience`: null for an article of everyone. Otherwise only a verified visitor can read it. Each
 * of its keys, `plans` and `roles`, names values of which the visitor must have one. A visitor
 * without a verified identity has no `reader`.
 *
 * This is the only place with the rule: everything that visitors read runs under this policy.
 */
const isOfReader = `(audience is null or support.actor() <> 'visitor'
  or (support.reader() is not null and not exists (
    select from jsonb_each(audience) as condition (name, accepted)
    where not exists (select from jsonb_array_elements(accepted) as value (accepted)
      where (support.reader() -> name) @> value.accepted))))`;

const audiences = `
  create function support.reader() returns jsonb language sql stable
    return nullif(current_setting('app.reader', true), '')::jsonb;
  alter table support.articles add column audience jsonb;
  create index on support.articles (tenant_id, locale, slug) where audience is not null;
  alter policy read on support.articles using (${reader} and ${isOfReader});
`;

/** Lets an account show articles to some visitors only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(audiences).execute(db);
}

/** Restricted articles become drafts, because the earlier version would show them to everyone. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table support.articles no force row level security;
      update support.articles set published = false where audience is not null;
      alter table support.articles force row level security;
      alter policy read on support.articles using (${reader});
      alter table support.articles drop column audience;
      drop function support.reader();
    `)
    .execute(db);
}
