import { sql, type Transaction } from 'kysely';
import type { LiveEvent } from '../../src/contract/live.ts';
import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import { sendPipelined } from '../db/pipeline.ts';
import type { Schema } from '../db/schema.ts';

/** The channel that every process listens on. */
export const liveChannel = 'support_live';

/** A change, as one process sends it to the others. */
export interface LiveNotice {
  tenantId: string;
  /** The visitor of the ticket. If it is missing, the event concerns everyone of the tenant. */
  visitorHash?: string | undefined;
  /** The mode of the change: streams of the other mode do not receive it. Null: both receive it. */
  mode?: KeyMode | null | undefined;
  /** The organization of the integration. Other organizations do not receive the change. */
  organizationId?: string | null | undefined;
  /** The organization whose visitors can read the ticket too. */
  sharedWith?: string | null | undefined;
  /** Only agents receive the change, for example an internal note. */
  agentsOnly: boolean;
  event: AgentLiveEvent;
}

/** Notifies every process when the transaction commits. */
export async function notifyLive(
  trx: Transaction<Schema>,
  ticketId: string,
  event: AgentLiveEvent,
  { agentsOnly = false }: { agentsOnly?: boolean } = {},
): Promise<void> {
  const notice = sql`select pg_notify(${liveChannel}, json_build_object(
      'tenantId', tenant_id, 'visitorHash', visitor_hash, 'mode', mode,
      'sharedWith', case when organization_id is not null and support.shares_requests()
        then organization_id end,
      'agentsOnly', ${agentsOnly}::boolean, 'event', ${JSON.stringify(event)}::json)::text)
    from tickets where tenant_id = support.tenant() and id = ${ticketId}`;
  await sendPipelined(trx, notice);
}

/**
 * Like `notifyLive`, for everyone who can see the integration: its organization, or everyone of the
 * tenant. Call it before a deletion, because the organization is unknown afterwards.
 */
export async function notifyIntegration(
  trx: Transaction<Schema>,
  integrationId: string,
): Promise<void> {
  const event: LiveEvent = { type: 'integration', integration_id: integrationId };
  const notice = sql`select pg_notify(${liveChannel}, json_build_object(
      'tenantId', tenant_id, 'mode', mode, 'organizationId', organization_id,
      'agentsOnly', organization_id is null and visibility = 'agents',
      'event', ${JSON.stringify(event)}::json)::text)
    from integrations where tenant_id = support.tenant() and id = ${integrationId}`;
  await sendPipelined(trx, notice);
}

/** Like `notifyLive`, for everyone of the tenant in the mode of the transaction. */
export async function notifyTenant(trx: Transaction<Schema>, event: LiveEvent): Promise<void> {
  const notice = sql`select pg_notify(${liveChannel}, json_build_object(
      'tenantId', support.tenant(), 'mode', support.mode(), 'agentsOnly', false,
      'event', ${JSON.stringify(event)}::json)::text)`;
  await sendPipelined(trx, notice);
}
