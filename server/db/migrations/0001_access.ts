import type { TableAccess } from './restrictAccess.ts';

const operator = `support.actor() = 'operator'`;
const ownVisitor = `support.actor() = 'visitor' and visitor_hash = support.visitor()`;
const staff = `support.actor() in ('agent', 'worker')`;

/** By table: the grants of the low role, and which actors can access which rows. */
export const access: Record<string, TableAccess> = {
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
