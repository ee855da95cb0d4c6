import { addEnglish } from './addEnglish.ts';

/** Header, and the titles of screens that have not loaded. */
export const panel = addEnglish({
  'panel.title': 'Help',
  'integration.title': 'Integration',
  'panel.back': 'Back',
  'copy.do': 'Copy',
  'copy.done': 'Copied',
  'copy.request': 'Copy full request',
  'error.kept': 'Your text is still here.',
  'screenshot.title': 'Screenshot',
  'mail.title': 'Send by e-mail',
  'sent.savedHeading': 'Saved. We’ll send it once we can reach support.',
  'requests.title': 'Your requests',
  'requests.retry': 'Try again',
  'conversation.title': 'Request',
  'search.title': 'Search',
  'search.label': 'Search for answers',
  'article.title': 'Article',
});
