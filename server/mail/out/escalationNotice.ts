import { teamNotice } from './teamNotice.ts';
import type { TicketMail } from './ticketMail.ts';

/** Notifies the team that a request is now escalated. A reply to this mail goes to the customer. */
export const escalationNotice: TicketMail = (ticket, tenant) => ({
  ...teamNotice(ticket, tenant),
  headers: { 'Auto-Submitted': 'auto-generated' },
});
