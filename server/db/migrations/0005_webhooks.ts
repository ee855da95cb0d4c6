import type { TableAccess } from './restrictAccess.ts';

/** Outgoing events, incoming events, and pending connections of accounts. */
export const tables = `
  create table support.oauth_states (
    hash text primary key,
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    visitor_hash text not null default support.visitor(),
    provider text not null,
    integration_id uuid,
    sealed_verifier text not null,
    return_to text,
    expires_at timestamptz(3) not null
  );
  create index on support.oauth_states (expires_at);

  create table support.webhooks (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    id uuid not null,
    url text not null,
    events text[] not null,
    sealed_secret text not null,
    filters jsonb not null,
    retry jsonb not null,
    active boolean not null default true,
    created_at timestamptz(3) not null default now(),
    primary key (tenant_id, id)
  );

  create table support.webhook_interests (
    tenant_id uuid not null default support.tenant() references support.tenants on delete cascade,
    type text not null,
    primary key (tenant_id, type)
  );

  create table support.webhook_deliveries (
    tenant_id uuid not null default support.tenant(),
    id uuid not null,
    webhook_id uuid not null,
    event_id text not null,
    type text not null,
    payload text not null,
    status text not null default 'pending' check (status in ('pending', 'delivered', 'dead')),
    attempts integer not null default 0,
    budget integer not null,
    response_status integer,
    response_body text,
    duration integer,
    error text,
    created_at timestamptz(3) not null default now(),
    last_attempt_at timestamptz(3),
    next_attempt_at timestamptz(3) default now(),
    primary key (tenant_id, id),
    unique (tenant_id, webhook_id, event_id),
    foreign key (tenant_id, webhook_id) references support.webhooks on delete cascade
  );
  create index on support.webhook_deliveries (tenant_id, webhook_id, created_at desc);

  create table support.received_events (
    tenant_id uuid not null default support.tenant(),
    id uuid not null,
    integration_id uuid not null,
    event_id text not null,
    nonce text,
    type text not null,
    payload text not null,
    received_at timestamptz(3) not null default now(),
    status text not null default 'queued' check (status in ('queued', 'processed', 'failed')),
    message text,
    primary key (tenant_id, id),
    unique (tenant_id, integration_id, event_id),
    unique (tenant_id, integration_id, nonce),
    foreign key (tenant_id, integration_id) references support.integrations on delete cascade
  );
  create index on support.received_events (received_at);
  create index on support.received_events (received_at) where status = 'queued';
`;

const ofTenant = 'tenant_id = support.tenant()';
const agent = `${ofTenant} and support.actor() = 'agent'`;
const worker = `support.actor() = 'worker'`;

export const access: Record<string, TableAccess> = {
  oauth_states: {
    grant: 'select, insert, delete',
    policies: {
      begin: `for insert with check (${ofTenant} and support.actor() = 'visitor'
        and visitor_hash = support.visitor())`,
      work: `using (${worker})`,
    },
  },
  webhooks: {
    grant: 'select, insert, update, delete',
    policies: {
      operate: `using (${agent})`,
      work: `using (${ofTenant} and ${worker})`,
    },
  },
  webhook_interests: {
    grant: 'select, insert, delete',
    policies: {
      read: `for select using (${ofTenant} and support.actor() in ('visitor', 'agent', 'worker', 'mail'))`,
      operate: `using (${ofTenant} and support.actor() in ('agent', 'worker'))`,
    },
  },
  webhook_deliveries: {
    grant: 'select, insert, update, delete',
    policies: { operate: `using (${agent})`, work: `using (${worker})` },
  },
  received_events: {
    grant: 'select, insert, update, delete',
    policies: {
      read: `for select using (${ofTenant} and support.actor() in ('visitor', 'agent'))`,
      work: `using (${worker})`,
    },
  },
};
