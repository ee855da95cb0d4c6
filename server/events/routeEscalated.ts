import type { Transaction } from 'kysely';
import { findRule, type RoutedRequest } from '../base/routing.ts';
import type { Schema } from '../db/schema.ts';
import { applyRule } from '../queries/applyRule.ts';
import { readTenant } from '../queries/tenants.ts';
import type { StoredTicket } from '../queries/tickets.ts';

/**
 * Moves a request if another rule matches after its escalation. If the same rule matches, it stays
 * where the team may have moved it.
 */
export async function routeEscalated(
  trx: Transaction<Schema>,
  { before, ticket }: { before: StoredTicket; ticket: StoredTicket },
): Promise<void> {
  const { routing } = await readTenant(trx);
  const rule = findRule(routing, asRouted(ticket));
  if (rule === undefined || rule === findRule(routing, asRouted(before))) return;
  await applyRule(trx, ticket, rule);
}

function asRouted(ticket: StoredTicket): RoutedRequest {
  const { category, priority, organization_id, context, custom_fields, signed } = ticket;
  return {
    category,
    priority,
    tier: signed.includes('tier') ? ticket.customer_tier : undefined,
    organization: organization_id,
    language: context.locale,
    fields: custom_fields,
  };
}
