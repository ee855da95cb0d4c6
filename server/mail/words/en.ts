import type { MailWords } from './words.ts';

export const en: MailWords = {
  greeting: (name) => (name ? `Hi ${name},` : 'Hi,'),
  received: (number) => `your request has reached us. Its number is ${number}.`,
  due: (when) => `You can expect a first answer by ${when}.`,
  youWrote: 'You wrote:',
  wrote: (name) => `${name} wrote:`,
  team: 'Our team',
  add: 'To add something, reply to this e-mail.',
  answer: 'To answer, reply to this e-mail, or write in the help panel.',
  signature: (tenant) => `${tenant} Support`,
  yourRequest: (tenant) => `Your request to ${tenant}`,
  yourMail: (tenant) => `Your e-mail to ${tenant}`,
  notTaken: (tenant) =>
    `we could not take your e-mail: a new request to ${tenant} begins with the help button on its pages. To go on with one, reply to our latest e-mail about it.`,
  marker: 'Reply above this line',
};
