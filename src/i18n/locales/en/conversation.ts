import { addEnglish } from './addEnglish.ts';

export const conversation = addEnglish({
  'conversation.named': 'Request {number}',
  'conversation.expect': 'Reply expected by {time}',
  'conversation.reply': 'Your reply',
  'conversation.replyHint': 'Write a reply',
  'conversation.send': 'Send',
  'conversation.edit': 'Edit',
  'conversation.reopen': 'Reopen',
  'conversation.earlier': 'Show earlier messages',
  'conversation.newer': 'New messages',
  'conversation.support': 'Support',
  'conversation.changed': 'Status changed to {status}',
  'conversation.taken': '{name} is handling your request',
  'conversation.otherAddress': 'from another address',
  'conversation.showMail': 'Show the full e-mail',
  'conversation.hideMail': 'Show only the reply',
  'conversation.colleague': 'Only {name} can reply',
  'conversation.failed': 'We couldn’t load this request',
});
