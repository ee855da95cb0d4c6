import { type Kysely, sql } from 'kysely';

/**
 * Row level security is the wall between tenants and between visitors. Every table has it forced,
 * and every policy asks for settings of the running transaction: without them nothing is seen and
 * nothing can be written. `nullif`: a setting that a past transaction had set reads as ''.
 */
const functions = `
  create function support.tenant() returns uuid language sql stable
    return nullif(current_setting('app.tenant_id', true), '')::uuid;
  create function support.actor() returns text language sql stable
    return nullif(current_setting('app.actor', true), '');
  create function support.visitor() returns text language sql stable
    return nullif(current_setting('app.visitor', true), '');
  create function support.key_hash() returns text language sql stable
    return nullif(current_setting('app.key_hash', true), '');
`;

/** Roles belong to the whole cluster: it may be there already, or be made by two migrations at once. */
const role = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'support_app') then
      create role support_app nologin;
    end if;
  exception when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if not pg_has_role(current_user, 'support_app', 'MEMBER') then
      execute format('grant support_app to %I', current_user);
    end if;
  end $$;
  grant usage on schema support to support_app;
`;

const tables = `
  create table support.tenants (
    id uuid primary key,
    name text not null,
    email text not null,
    mail_from text not null,
    team_email text not null,
    ticket_prefix text not null default 'PM',
    allowed_origins text[] not null,
    links jsonb not null,
    categories jsonb,
    fields jsonb not null,
    first_response jsonb not null
  );

  create table support.api_keys (
    hash text primary key,
    tenant_id uuid not null references support.tenants on delete cascade,
    kind text not null check (kind in ('publishable', 'secret')),
    revoked_at timestamptz
  );

  create table support.ticket_counters (
    tenant_id uuid primary key references support.tenants on delete cascade,
    next integer not null default 1001
  ) with (fillfactor = 10);

  create table support.tickets (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null,
    visitor_hash text not null default support.visitor(),
    number integer not null,
    ticket_number text not null,
    status text not null default 'new'
      check (status in ('new', 'open', 'pending', 'on_hold', 'resolved')),
    subject text not null,
    customer_email text not null,
    customer_name text,
    customer_tier text,
    priority text not null check (priority in ('low', 'medium', 'high', 'critical')),
    category text not null,
    custom_fields jsonb not null,
    context jsonb not null,
    metadata jsonb not null,
    created_at timestamptz(3) not null default now(),
    updated_at timestamptz(3) not null default now(),
    estimated_first_response timestamptz(3),
    primary key (tenant_id, id),
    unique (tenant_id, id, visitor_hash),
    unique (tenant_id, visitor_hash, number),
    unique (tenant_id, number)
  );

  create table support.messages (
    tenant_id uuid not null default support.tenant(),
    ticket_id uuid not null,
    position integer not null,
    visitor_hash text not null default support.visitor(),
    author text not null check (author in ('visitor', 'agent', 'system')),
    message_type text not null default 'message',
    internal boolean not null default false,
    body text not null,
    metadata jsonb not null,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, ticket_id, position),
    foreign key (tenant_id, ticket_id, visitor_hash)
      references support.tickets (tenant_id, id, visitor_hash) on delete cascade
  );

  create table support.jobs (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid primary key,
    type text not null,
    payload jsonb not null,
    attempts integer not null default 0,
    run_at timestamptz not null default now(),
    failed_at timestamptz,
    last_error text
  );
  create index on support.jobs (run_at) where failed_at is null;

  create table support.idempotency_keys (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    visitor_hash text not null default support.visitor(),
    key text not null,
    request_hash text not null,
    reply jsonb,
    created_at timestamptz not null default now(),
    primary key (tenant_id, visitor_hash, key)
  );
  create index on support.idempotency_keys (created_at);
`;

const operator = `support.actor() = 'operator'`;
const ownVisitor = `support.actor() = 'visitor' and visitor_hash = support.visitor()`;
const staff = `support.actor() in ('agent', 'worker')`;

/** table → what the low role may do at all → who may do it to which rows. */
const access: Record<string, { grant: string; policies: Record<string, string> }> = {
  tenants: {
    grant: 'select, insert, update',
    policies: {
      read: `for select using (id = support.tenant()
        or (support.actor() = 'auth' and id in (select tenant_id from support.api_keys)))`,
      operate: `using (id = support.tenant() and ${operator})`,
    },
  },
  api_keys: {
    grant: 'select, insert, update',
    policies: {
      authenticate: `for select using (support.actor() = 'auth' and hash = support.key_hash())`,
      operate: `using (tenant_id = support.tenant() and ${operator})`,
    },
  },
  ticket_counters: {
    grant: 'select, insert, update',
    policies: {
      read: `for select using (tenant_id = support.tenant())`,
      count: `for update using (tenant_id = support.tenant())`,
      operate: `for insert with check (tenant_id = support.tenant() and ${operator})`,
    },
  },
  tickets: {
    grant: 'select, insert',
    policies: {
      read: `for select using (tenant_id = support.tenant() and (${staff} or (${ownVisitor})))`,
      write: `for insert with check (tenant_id = support.tenant() and ${ownVisitor})`,
    },
  },
  messages: {
    grant: 'select, insert',
    policies: {
      read: `for select using (tenant_id = support.tenant()
        and (${staff} or (${ownVisitor} and not internal)))`,
      write: `for insert with check (tenant_id = support.tenant()
        and ${ownVisitor} and author = 'visitor' and not internal)`,
    },
  },
  jobs: {
    grant: 'select, insert, update, delete',
    policies: {
      queue: `for insert with check (tenant_id = support.tenant() and support.actor() is not null)`,
      work: `using (support.actor() = 'worker')`,
    },
  },
  idempotency_keys: {
    grant: 'select, insert, update, delete',
    policies: {
      own: `using (tenant_id = support.tenant() and ${ownVisitor})`,
      forget: `for delete using (support.actor() = 'worker')`,
      find: `for select using (support.actor() = 'worker')`,
    },
  },
};

function wall([table, { grant, policies }]: [string, (typeof access)[string]]): string {
  const name = `support.${table}`;
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `grant ${grant} on ${name} to support_app`,
    ...Object.entries(policies).map(
      ([policy, rule]) => `create policy ${policy} on ${name} ${rule}`,
    ),
  ].join(';\n');
}

/** Tenants, keys, tickets with their messages, jobs and idempotency keys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const walls = Object.entries(access).map(wall).join(';\n');
  for (const script of ['create schema support', functions, role, tables, walls]) {
    await sql.raw(script).execute(db);
  }
}
