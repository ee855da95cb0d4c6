import { firstMailId, isVouched, replyAddress, threadSubject } from '../addresses.ts';
import { replyMarker } from '../replyMarker.ts';
import type { TicketMail } from './ticketMail.ts';

interface Words {
  greeting(name: string | null): string;
  received(number: string): string;
  due(when: string): string;
  wrote: string;
  reply: string;
  signature(tenant: string): string;
}

const en: Words = {
  greeting: (name) => (name ? `Hi ${name},` : 'Hi,'),
  received: (number) => `your request has reached us. Its number is ${number}.`,
  due: (when) => `You can expect a first answer by ${when}.`,
  wrote: 'You wrote:',
  reply: 'To add something, reply to this e-mail.',
  signature: (tenant) => `${tenant} Support`,
};

const es: Words = {
  greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  received: (number) => `Hemos recibido tu solicitud. Su número es ${number}.`,
  due: (when) => `Puedes esperar una primera respuesta antes del ${when}.`,
  wrote: 'Escribiste:',
  reply: 'Para añadir algo, responde a este correo.',
  signature: (tenant) => `Soporte de ${tenant}`,
};

/**
 * Confirms a request to the customer: its number, and when to expect an answer. To an address that
 * nothing vouches for it repeats no word of the request: anybody can name any address, and would have
 * the account send what they please.
 */
export const confirmation: TicketMail = (ticket, tenant) => {
  const [locale, words] = ticket.context.locale?.startsWith('es') ? ['es', es] : ['en', en];
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
      [words.received(number), ...(due === null ? [] : [words.due(formatTime(due, locale))])].join(
        '\n',
      ),
      ...(isKnown ? [`${words.wrote}\n${ticket.subject}`, ticket.description] : []),
      words.reply,
      words.signature(tenant.name),
    ].join('\n\n'),
    // Keeps out-of-office robots from answering.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
};

function formatTime(time: Date, locale: string): string {
  const format = { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Intl.DateTimeFormat(locale, format).format(time)} UTC`;
}
