/** Jobs that every new ticket queues. */
export const ticketJobs = ['send_ticket_confirmation', 'notify_support_team'] as const;

export type TicketJob = (typeof ticketJobs)[number];
