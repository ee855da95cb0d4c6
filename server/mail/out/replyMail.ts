import type { StoredMessage } from '../../queries/messages.ts';
import type { Tenant } from '../../queries/tenants.ts';
import type { StoredTicket } from '../../queries/tickets.ts';
import { replyAddress, threadSubject } from '../addresses.ts';
import { replyMarker } from '../replyMarker.ts';
import type { Mail } from './mailer.ts';

const words = {
  en: {
    greeting: (name: string | null) => (name ? `Hi ${name},` : 'Hi,'),
    wrote: (name: string) => `${name} wrote:`,
    reply: 'To answer, reply to this e-mail, or write in the help panel.',
    team: 'Our team',
  },
  es: {
    greeting: (name: string | null) => (name ? `Hola, ${name}:` : 'Hola:'),
    wrote: (name: string) => `${name} escribió:`,
    reply: 'Para contestar, responde a este correo o escribe en el panel de ayuda.',
    team: 'Nuestro equipo',
  },
};

/** Brings what the team has answered to a customer who is away. `replies` oldest first. */
export function replyMail(
  ticket: StoredTicket,
  tenant: Tenant,
  replies: readonly StoredMessage[],
): Omit<Mail, 'messageId' | 'from'> {
  const say = ticket.context.locale?.startsWith('es') ? words.es : words.en;
  return {
    to: { name: ticket.customer_name ?? '', address: ticket.customer_email },
    replyTo: replyAddress(ticket, tenant),
    subject: `Re: ${threadSubject(ticket, tenant)}`,
    text: [
      ...replyMarker(ticket, tenant),
      say.greeting(ticket.customer_name),
      ...replies.map(({ author_name, body }) => `${say.wrote(author_name ?? say.team)}\n\n${body}`),
      '---',
      say.reply,
      tenant.name,
    ].join('\n\n'),
  };
}
