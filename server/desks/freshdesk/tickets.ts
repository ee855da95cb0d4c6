import * as z from 'zod/mini';
import type { Priority, TicketStatus } from '../../../src/contract/ticket.ts';

export const Ticket = z.object({
  id: z.number(),
  status: z.number(),
  subject: z.nullable(z.string()),
  requester_id: z.number(),
  tags: z.optional(z.array(z.string())),
  deleted: z.optional(z.boolean()),
});
export type Ticket = z.infer<typeof Ticket>;
/** The part of a ticket that says that it changed. */
export const TicketRef = z.object({ id: z.number() });

/** Numbers of priorities and statuses: https://developers.freshdesk.com/api/#ticket_attributes */
export const priorities: Record<Priority, number> = { low: 1, medium: 2, high: 3, critical: 4 };
export const statuses = { open: 2, pending: 3, resolved: 4, closed: 5 };
export const theirStatus: Record<TicketStatus, number> = {
  new: statuses.open,
  open: statuses.open,
  pending: statuses.pending,
  on_hold: statuses.pending,
  resolved: statuses.resolved,
};
/** Returns our status for a number of Freshdesk. `agreed`: the status that both sides had last. */
export function ownStatus(freshdeskStatus: number, agreed: TicketStatus | null): TicketStatus {
  if (freshdeskStatus === statuses.resolved || freshdeskStatus === statuses.closed)
    return 'resolved';
  // Several of our statuses, and custom statuses of Freshdesk, have no counterpart.
  if (agreed !== null && theirStatus[agreed] === freshdeskStatus) return agreed;
  if (freshdeskStatus === statuses.open) return 'open';
  return freshdeskStatus === statuses.pending || agreed === null || agreed === 'resolved'
    ? 'pending'
    : agreed;
}
