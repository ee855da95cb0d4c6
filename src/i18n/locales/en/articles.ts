import { addEnglish } from './addEnglish.ts';

/** An article. */
export const articles = addEnglish({
  'article.updated': 'Updated {date}',
  'article.related': 'Related articles',
  'article.question': 'Was this helpful?',
  'article.yes': 'Yes',
  'article.no': 'No',
  'article.not_helpful': 'Thank you.',
  'article.missing': 'Thank you. Your feedback helps us improve our articles.',
  'article.solved': 'Glad to hear it.',
  'article.helpful': 'Thank you.',
  'article.solve': 'This solved it',
  'article.stillNeed': 'Still need help?',
});
