import type { Kysely } from 'kysely';
import { digest } from '../../../server/base/digest.ts';
import type { Schema } from '../../../server/db/schema.ts';
import { asSuperuser } from './database.ts';
import { newId, type TestTenant } from './tenant.ts';

/** Adds rows of a person to tables that no request of a test writes. */
export async function plantRows(
  db: Kysely<Schema>,
  {
    tenant,
    ticketId,
    visitor,
    email,
  }: { tenant: TestTenant; ticketId: string; visitor: string; email: string },
): Promise<void> {
  await asSuperuser(
    db,
    `with hook as (
       insert into support.webhooks (tenant_id, id, url, events, sealed_secret, filters, retry)
       values ('${tenant.id}', gen_random_uuid(), 'https://x.example', '{}', 'x', '{}', '{}')
       returning id
     )
     insert into support.webhook_deliveries
       (tenant_id, id, webhook_id, event_id, type, payload, budget)
     select '${tenant.id}', gen_random_uuid(), id, 'x', 'ticket.created',
       '{"data":{"ticket_id":"${ticketId}"}}', 1 from hook`,
  );
  await asSuperuser(
    db,
    `insert into support.oauth_states
       (tenant_id, hash, visitor_hash, provider, sealed_verifier, return_to, proof_hash, expires_at)
     values ('${tenant.id}', '${newId()}', '${digest(visitor)}', 'google', 'x', 'x', 'x', now())`,
  );
  await asSuperuser(
    db,
    `insert into support.mails (tenant_id, message_id, ticket_id)
     values ('${tenant.id}', '<${ticketId}@acme.example>', '${ticketId}')`,
  );
  await asSuperuser(
    db,
    `insert into support.received_mails (tenant_id, message_id, ticket_id, from_address, from_name,
       recipients, subject, content, headers)
     values ('${tenant.id}', '<${newId()}@customer.example>', '${ticketId}', '${email}', '',
       '{}', '', '', '{}')`,
  );
}
