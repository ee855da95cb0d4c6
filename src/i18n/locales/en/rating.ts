import { addEnglish } from './addEnglish.ts';

/** The rating of a request. */
export const rating = addEnglish({
  'rating.question': 'How was our help?',
  'rating.hint': 'The team reads every answer.',
  'rating.1': '1 of 5, poor',
  'rating.2': '2 of 5, not so good',
  'rating.3': '3 of 5, fair',
  'rating.4': '4 of 5, good',
  'rating.5': '5 of 5, great',
  'rating.comment': 'Anything to add?',
  'rating.later': 'Not now',
  'rating.dismissed': 'You can still tell us later.',
  'rating.again': 'Rate now',
  'rating.send': 'Send rating',
  'rating.thanks': 'Thank you for your rating.',
});
