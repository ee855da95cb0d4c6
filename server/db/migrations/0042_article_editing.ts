import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

/** `articles` has the current text; `article_versions` has the earlier ones. */
const tables = `
  alter table support.articles
    add column version integer not null default 1,
    add column saved_at timestamptz(3) not null default now(),
    add column saved_by text,
    add column reviewed_at timestamptz(3),
    add column publish_at timestamptz(3);

  create table support.article_versions (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    locale text not null,
    slug text not null,
    version integer not null,
    title text not null,
    description text not null,
    category text not null,
    tags text[] not null,
    related text[] not null,
    path text not null,
    source text not null,
    blocks jsonb not null,
    saved_at timestamptz(3) not null,
    saved_by text,
    primary key (tenant_id, locale, slug, version)
  );

  create table support.article_redirects (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    slug text not null,
    target text not null,
    primary key (tenant_id, slug)
  );

  create table support.missed_searches (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    locale text not null,
    query text not null,
    searches integer not null default 1,
    last_at timestamptz(3) not null default now(),
    primary key (tenant_id, locale, query)
  );
  create index on support.missed_searches (last_at);
`;

const ofTenant = 'tenant_id = (select support.tenant())';
const actor = '(select support.actor())';
const operate = `using (${ofTenant} and ${actor} = 'operator')`;

const walls = [
  restrictAccess('article_versions', {
    grant: 'select, insert, update, delete',
    policies: { operate },
  }),
  restrictAccess('article_redirects', {
    grant: 'select, insert, update, delete',
    policies: {
      read: `for select using (${ofTenant} and ${actor} in ('visitor', 'agent', 'worker'))`,
      operate,
    },
  }),
  restrictAccess('missed_searches', {
    grant: 'select, insert, update, delete',
    policies: {
      count: `using (${ofTenant} and ${actor} = 'visitor')`,
      operate,
      forget: `for delete using (${actor} = 'worker')`,
      find: `for select using (${actor} = 'worker')`,
    },
  }),
];

/** Views and ratings follow an article to its new slug. */
const moves = `
  grant delete on support.article_views, support.article_feedback to support_app;
  create policy move on support.article_views using (${ofTenant} and ${actor} = 'operator');
  create policy move on support.article_feedback using (${ofTenant} and ${actor} = 'operator');
`;

/**
 * Adds versions of articles, scheduled publication, redirects of slugs, and searches without
 * results.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(db);
  await sql.raw(walls.join(';\n')).execute(db);
  await sql.raw(moves).execute(db);
}
