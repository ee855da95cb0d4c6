/** Tables of the first migration. Those that visitors write take tenant and visitor from the transaction. */
export const tables = `
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
