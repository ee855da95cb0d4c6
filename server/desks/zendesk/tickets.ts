import * as z from 'zod/mini';
import type { Priority, TicketStatus } from '../../../src/contract/ticket.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import { Audit } from './audits.ts';
import type { ZendeskClient } from './request.ts';

const Ticket = z.object({ id: z.number(), status: z.string(), requester_id: z.number() });
export type Ticket = z.infer<typeof Ticket>;
const OneTicket = z.object({ ticket: Ticket });
const Changed = z.object({ ticket: Ticket, audit: z.optional(Audit) });
type Changed = z.infer<typeof Changed>;
const Tickets = z.object({ tickets: z.array(Ticket) });

export const priorities: Record<Priority, string> = {
  low: 'low',
  medium: 'normal',
  high: 'high',
  critical: 'urgent',
};

/** `closed` is final: a closed ticket can only be followed by a new one. */
export const ownStatuses: Record<string, TicketStatus> = {
  new: 'new',
  open: 'open',
  pending: 'pending',
  hold: 'on_hold',
  solved: 'resolved',
  closed: 'resolved',
};

/** A ticket that was changed cannot become new again. */
export const theirStatuses: Record<TicketStatus, string | undefined> = {
  new: undefined,
  open: 'open',
  pending: 'pending',
  on_hold: 'hold',
  resolved: 'solved',
};

/** Tickets: https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/ */
export function zendeskTickets({ send }: ZendeskClient) {
  /** Several tickets can have one external id: a closed one and its followers. */
  async function findByOwnId(ownId: string): Promise<Ticket | undefined> {
    const path = `api/v2/tickets.json?external_id=${encodeURIComponent(ownId)}`;
    const { tickets } = await send(path, { expects: Tickets });
    return tickets.toSorted((a, b) => b.id - a.id)[0];
  }

  return {
    findByOwnId,
    show: (id: string) => send(`api/v2/tickets/${id}.json`, { expects: OneTicket }),
    update: (id: string, ticket: object): Promise<Changed> =>
      send(`api/v2/tickets/${id}.json`, { method: 'PUT', json: { ticket }, expects: Changed }),
    /**
     * Creates a ticket. A key is valid for two hours. With other parameters, such as the tokens of
     * files that were uploaded again, it is answered with 400, and the ticket exists already:
     * https://developer.zendesk.com/api-reference/ticketing/introduction/#idempotency
     */
    async create(key: string, ownId: string, fields: object): Promise<Changed> {
      try {
        return await send('api/v2/tickets.json', {
          method: 'POST',
          headers: { 'Idempotency-Key': key },
          json: { ticket: { external_id: ownId, ...fields } },
          expects: Changed,
        });
      } catch (error) {
        const isUsed = error instanceof IntegrationError && error.details.status === 400;
        const ticket = isUsed ? await findByOwnId(ownId) : undefined;
        if (ticket === undefined) throw error;
        return { ticket };
      }
    },
  };
}
