import { firstMailId, isVouched, replyAddress, threadSubject } from '../addresses.ts';
import { replyMarker } from '../replyMarker.ts';
import { mailWords } from '../words/index.ts';
import type { TicketMail } from './ticketMail.ts';

/**
 * Confirms a request to the customer: its number, and when to expect an answer. To an address that
 * nothing vouches for it repeats no word of the request: anyone can name any address, and would have
 * the account send what they please.
 */
export const confirmation: TicketMail = (ticket, tenant) => {
  const { language, words } = mailWords(ticket.context.locale);
  const due = ticket.estimated_first_response;
  const number = ticket.ticket_number;
  const isKnown = isVouched(ticket);
  const name = isKnown ? ticket.customer_name : null;
  return {
    to: { name: name ?? '', address: ticket.customer_email },
    messageId: firstMailId(ticket, tenant),
    replyTo: replyAddress(ticket, tenant),
    subject: (ticket.mail_id === null ? '' : 'Re: ') + threadSubject(ticket, tenant),
    references: ticket.mail_id === null ? [] : [ticket.mail_id],
    text: [
      ...replyMarker(ticket, tenant),
      words.greeting(name),
      [
        words.received(number),
        ...(due === null ? [] : [words.due(formatTime(due, language))]),
      ].join('\n'),
      ...(isKnown ? [`${words.youWrote}\n${ticket.subject}`, ticket.description] : []),
      words.add,
      words.signature(tenant.name),
    ].join('\n\n'),
    // Keeps out-of-office robots from replying.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
};

function formatTime(time: Date, locale: string): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(time)} UTC`;
}
