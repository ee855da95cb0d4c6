import type { Tenant } from '../../queries/tenants.ts';
import { mailWords } from '../words/index.ts';
import type { Mail } from './mailer.ts';

interface RejectedMail {
  /** The claimed sender, which is not verified. */
  sender: string;
  mailId: string;
  /** BCP 47 tag, if the mail has a language. */
  language: string | undefined;
  /** The mail was accepted, but its content could not be read. */
  isUnread: boolean;
  /** The reply address of the conversation; empty without a conversation. */
  replyTo: string;
}

/**
 * Notifies the sender of a mail that it was rejected or unreadable, and where to write instead. It
 * contains no text of the mail. Otherwise anyone could make the account send any text to any
 * address.
 */
export function rejectionNotice(
  { name, email }: Tenant,
  { sender, mailId, language, isUnread, replyTo }: RejectedMail,
): Omit<Mail, 'messageId' | 'from'> {
  const { words } = mailWords(language);
  return {
    to: { name: '', address: sender },
    replyTo: { name, address: replyTo || email },
    subject: words.yourMail(name),
    references: [mailId],
    text: [
      words.greeting(null),
      isUnread ? words.unread(name) : words.rejected(name),
      words.signature(name),
    ].join('\n\n'),
    // Prevents automatic replies.
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  };
}
