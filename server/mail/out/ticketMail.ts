import type { Tenant } from '../../queries/tenants.ts';
import type { StoredTicket } from '../../queries/tickets.ts';
import type { Mail } from './mailer.ts';

/** The content of a mail about a ticket. The job that sends it adds sender and id. */
export type TicketMail = (
  ticket: StoredTicket,
  tenant: Tenant,
) => Omit<Mail, 'messageId' | 'from'> & Partial<Pick<Mail, 'messageId'>>;
