import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import {
  claimExternal,
  type ExternalTicket,
  findExternal,
  insertExternal,
  releaseExternal,
} from '../../queries/externalTickets.ts';
import { findHelpDesk } from '../../queries/helpDesks.ts';
import { findStoredIntegration, type StoredIntegration } from '../../queries/integrations.ts';
import { readTenant, type Tenant } from '../../queries/tenants.ts';
import { findTicket, type StoredTicket } from '../../queries/tickets.ts';
import type { ClaimedJob } from '../../queue/jobs.ts';
import { type DeskTools, deskOf, type OpenDesk } from './deskTools.ts';

/** A request and its ticket in the help desk, which only this job changes. */
export interface DeskConversation {
  job: ClaimedJob;
  ticket: StoredTicket;
  external: ExternalTicket;
  integration: StoredIntegration;
  tenant: Tenant;
  desk: OpenDesk;
  /** Runs a transaction. None is open during requests to the help desk. */
  store<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/** Another job sends or reads the same request. This one runs again afterwards. */
class RequestBusy extends Error {
  override readonly name = 'RequestBusy';
}

type FoundConversation = Pick<DeskConversation, 'ticket' | 'external' | 'integration' | 'tenant'>;

async function claim(
  trx: Transaction<Schema>,
  { id: jobId, type, payload: { ticketId = '' } }: ClaimedJob,
): Promise<FoundConversation | undefined> {
  const ticket = await findTicket(trx, ticketId);
  if (ticket === undefined) return undefined; // it was erased in the meantime
  // After a merge, both tickets of the help desk are read into one conversation.
  const known = await findExternal(trx, type === 'desk_receive' ? ticketId : ticket.id);
  const integrationId = known?.integration_id ?? (await findHelpDesk(trx, ticket.mode));
  if (integrationId === undefined) return undefined;
  const integration = await findStoredIntegration(trx, integrationId);
  if (integration === undefined) return undefined;
  if (known === undefined) {
    await insertExternal(trx, { ticket_id: ticket.id, integration_id: integrationId });
  }
  const external = await claimExternal(trx, known?.ticket_id ?? ticket.id, jobId);
  if (external === undefined) throw new RequestBusy();
  return { ticket, external, integration, tenant: await readTenant(trx) };
}

/**
 * Runs `work` for the request of a job, unless the request or its help desk no longer exists. No
 * other job works on the request at the same time.
 */
export async function withConversation(
  tools: DeskTools,
  job: ClaimedJob,
  work: (conversation: DeskConversation) => Promise<void>,
): Promise<void> {
  const { tenantId } = job;
  const db: Kysely<Schema> = tools.db;
  const store: DeskConversation['store'] = (change) =>
    inScope(db, { actor: 'worker', tenantId }, change);
  const found = await store((trx) => claim(trx, job));
  if (found === undefined) return;
  try {
    const desk = await deskOf(tools, tenantId, found.integration);
    if (desk !== undefined) await work({ ...found, job, desk, store });
  } finally {
    await store((trx) => releaseExternal(trx, found.external.ticket_id, job.id));
  }
}
