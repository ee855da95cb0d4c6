import { addEnglish } from './addEnglish.ts';

/** Requests in a list, sent or not, with their outcome. */
export const rows = addEnglish({
  'home.requests': 'Your requests',
  'home.seeAll': 'See all',
  'sent.failedHeading': 'Check this request',
  'sent.waiting': 'Waiting for a connection',
  'sent.underWay': 'Sending…',
  'sent.tryNow': 'Try now',
  'sent.tryAgain': 'Try again',
  'sent.tag': 'Not sent yet',
  'sent.tagAttention': 'Action needed',
  'conversation.you': 'You',
  'conversation.team': 'Support team',
  'conversation.by': '{name}: {text}',
  'status.new': 'Received',
  'status.open': 'In progress',
  'status.pending': 'Waiting for you',
  'status.on_hold': 'On hold',
  'status.resolved': 'Resolved',
});
