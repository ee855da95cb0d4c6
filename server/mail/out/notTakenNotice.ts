import type { Tenant } from '../../queries/tenants.ts';
import { mailWords } from '../words/index.ts';
import type { Mail } from './mailer.ts';

interface NotTakenMail {
  /** The claimed sender: nothing vouches for it. */
  sender: string;
  mailId: string;
  /** BCP 47 tag, where the mail names its language. */
  language: string | undefined;
  /** It was accepted, but nothing of it could be read. */
  isUnread: boolean;
  /** The address of the conversation; empty without one. */
  replyTo: string;
}

/**
 * Answers a mail that became no message, with the way that is open. It repeats no word of the mail: anyone can
 * name any sender, and would have the account send what they please.
 */
export function notTakenNotice(
  { name, email }: Tenant,
  { sender, mailId, language, isUnread, replyTo }: NotTakenMail,
): Omit<Mail, 'messageId' | 'from'> {
  const { words } = mailWords(language);
  return {
    to: { name: '', address: sender },
    replyTo: { name, address: replyTo || email },
    subject: words.yourMail(name),
    references: [mailId],
    text: [
      words.greeting(null),
      isUnread ? words.unread(name) : words.notTaken(name),
      words.signature(name),
    ].join('\n\n'),
    // Keeps robots from replying.
    headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
  };
}
