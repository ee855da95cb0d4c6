import type { Kysely } from 'kysely';
import type { Schema } from '../../../server/db/schema.ts';
import { asSuperuser } from './database.ts';

/** Adds a row to each table that only the desk writes. */
export async function plantDeskRows(db: Kysely<Schema>, tenantId: string): Promise<void> {
  await asSuperuser(
    db,
    `insert into support.canned_replies (tenant_id, name, shortcut, text)
     values ('${tenantId}', 'Refund', 'refund', 'We refund it.')`,
  );
  await asSuperuser(
    db,
    `insert into support.saved_filters (tenant_id, agent_id, name, conditions, sort)
     select tenant_id, id, 'Mine', '{}', 'due' from support.agents where tenant_id = '${tenantId}'`,
  );
  await asSuperuser(
    db,
    `insert into support.mentions (tenant_id, agent_id, ticket_id, position)
     select messages.tenant_id, agents.id, ticket_id, position from support.messages
     join support.agents on agents.tenant_id = messages.tenant_id
     where messages.tenant_id = '${tenantId}' limit 1`,
  );
}
