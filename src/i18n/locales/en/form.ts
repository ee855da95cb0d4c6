import { addEnglish } from './addEnglish.ts';

/** The contact form. */
export const form = addEnglish({
  'ticket.title': 'Contact support',
  'ticket.category': 'Category',
  'ticket.categoryChoose': 'Choose a category',
  'ticket.subject': 'Subject',
  'ticket.description': 'Description',
  'ticket.descriptionHint': 'What did you do, what did you expect, and what happened?',
  'ticket.name': 'Name',
  'ticket.email': 'E-mail',
  'ticket.emailHint': 'We’ll reply to this address.',
  'ticket.priority': 'Priority',
  'ticket.optional': 'Optional',
  'ticket.send': 'Send request',
  'ticket.sendMail': 'Write e-mail',
  'ticket.sending': 'Sending…',
  'ticket.count': '{used} of {limit} characters',
  'ticket.problems.one': 'Please check 1 field.',
  'ticket.problems.other': 'Please check {count} fields.',
  'priority.low': 'Low',
  'priority.medium': 'Medium',
  'priority.high': 'High',
  'priority.critical': 'Critical',
  'mail.instead': 'Send by e-mail instead',
});
