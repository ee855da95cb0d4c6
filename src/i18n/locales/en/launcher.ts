import { addEnglish } from './addEnglish.ts';

/** The floating button, and what placed widgets and the panel share. */
export const launcher = addEnglish({
  'launcher.open': 'Contact Support',
  'launcher.close': 'Close help',
  'unread.one': '1 new reply',
  'unread.other': '{count} new replies',
  'status.title': 'Status',
  'news.title': 'What’s new',
  'home.contact': 'Contact support',
  'panel.close': 'Close',
});
