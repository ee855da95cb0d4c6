import { addEnglish } from './addEnglish.ts';

/** The first screen. */
export const home = addEnglish({
  'home.greeting': 'How can we help?',
  'home.greetingNamed': 'Hi {name}, how can we help?',
  'home.links': 'Help center',
  'home.contactHint': 'Tell us what’s wrong. Our team will reply by e-mail and here.',
  'home.contactHintMail': 'Tell us what’s wrong. Your mail app sends it to our team.',
  'suggestions.home': 'Suggested for this page',
  'home.popular': 'Popular articles',
});
