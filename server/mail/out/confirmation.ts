import { firstMailId, isVouched, replyAddress, threadSubject } from '../addresses.ts';
import { replyMarker } from '../replyMarker.ts';
import { mailWords } from '../words/index.ts';
import type { TicketMail } from './ticketMail.ts';

/**
 * Confirms a request to the customer, with its number and the expected response time. For an
 * unverified address, it contains no text of the request. Otherwise anyone could make the account
 * send any text to any address.
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
    // Prevents automatic replies of out-of-office robots.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
};

function formatTime(time: Date, locale: string): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(time)} UTC`;
}
