import { addEnglish } from './addEnglish.ts';

/** The list of requests. */
export const requests = addEnglish({
  'requests.empty': 'No requests yet',
  'requests.emptyHint': 'When you write to us, you’ll find the conversation here.',
  'requests.new': 'New request',
  'requests.failed': 'We couldn’t load your requests',
  'requests.more': 'Show more',
});
