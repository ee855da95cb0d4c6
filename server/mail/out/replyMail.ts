import { articleUrl } from '../../kb/locales.ts';
import type { StoredMessage } from '../../queries/messages.ts';
import type { Tenant } from '../../queries/tenants.ts';
import type { StoredTicket } from '../../queries/tickets.ts';
import { replyAddress, threadSubject } from '../addresses.ts';
import { replyMarker } from '../replyMarker.ts';
import { mailWords } from '../words/index.ts';
import type { Mail } from './mailer.ts';

/** Replaces links to articles, which only the widget can open, by title and address. */
function withAddresses(body: string, pattern: string): string {
  return body.replaceAll(
    /\[([^[\]\n]+)\]\(article:([^()\s#]+)[^()\s]*\)/g,
    (_whole, title: string, slug: string) => `${title}: ${articleUrl(pattern, slug)}`,
  );
}

/**
 * Returns the mail with the team's replies to a customer who has left the page. `replies`: oldest
 * first. `files`: names of their files.
 */
export function replyMail(
  ticket: StoredTicket,
  tenant: Tenant,
  replies: readonly StoredMessage[],
  files: readonly string[],
): Omit<Mail, 'messageId' | 'from'> {
  const { words } = mailWords(ticket.context.locale);
  return {
    to: { name: ticket.customer_name ?? '', address: ticket.customer_email },
    replyTo: replyAddress(ticket, tenant),
    subject: `Re: ${threadSubject(ticket, tenant)}`,
    text: [
      ...replyMarker(ticket, tenant),
      words.greeting(ticket.customer_name),
      ...replies.map(
        ({ author_name, body }) =>
          `${words.wrote(author_name ?? words.team)}\n\n${withAddresses(body, tenant.kb_url)}`,
      ),
      ...(files.length > 0 ? [words.files(files.join(', '))] : []),
      '---',
      words.answer,
      tenant.name,
    ].join('\n\n'),
  };
}
