import type { MailWords } from './words.ts';

export const en: MailWords = {
  greeting: (name) => (name ? `Hi ${name},` : 'Hi,'),
  received: (number) => `We have received your request. Its number is ${number}.`,
  due: (when) => `You can expect a first reply by ${when}.`,
  youWrote: 'You wrote:',
  wrote: (name) => `${name} wrote:`,
  team: 'Our team',
  add: 'To add something, reply to this e-mail.',
  answer: 'To respond, reply to this e-mail or write in the help panel.',
  files: (names) =>
    `The reply has files: ${names}. You’ll find them in the request, in the help panel.`,
  signature: (tenant) => `${tenant} Support`,
  yourRequest: (tenant) => `Your request to ${tenant}`,
  yourMail: (tenant) => `Your e-mail to ${tenant}`,
  rejected: (tenant) =>
    `We could not accept your e-mail. To start a new request to ${tenant}, use the help button on its pages. To continue an existing one, reply to our latest e-mail about it.`,
  unread: (tenant) =>
    `We could not read your e-mail, because it is encrypted or in a format that only Outlook reads. Please send it again as plain text or HTML, without encryption: reply to our latest e-mail, or write in the help panel of ${tenant}.`,
  marker: 'Reply above this line',
};
