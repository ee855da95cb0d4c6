import { type Kysely, sql } from 'kysely';
import { restrictAccess } from './restrictAccess.ts';

const tables = `
  create table support.article_pictures (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid primary key,
    digest text not null,
    type text not null,
    size integer not null,
    storage_key text not null unique,
    created_at timestamptz(3) not null default now(),
    stored_at timestamptz(3),
    unique (tenant_id, digest)
  );
  alter table support.articles add column pictures uuid[] not null default '{}';
  create trigger note_removal after delete on support.article_pictures
    for each row execute function support.note_attachment_removal();
`;

const access = restrictAccess('article_pictures', {
  grant: 'select, insert, update, delete',
  policies: {
    read: `for select using (support.actor() = 'worker')`,
    operate: `using (tenant_id = support.tenant() and support.actor() = 'operator')`,
  },
});

/** Adds pictures of articles. Their files are removed from the store with them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const script of [tables, access]) await sql.raw(script).execute(db);
}
