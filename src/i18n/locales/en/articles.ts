import { addEnglish } from './addEnglish.ts';

/** An article. */
export const articles = addEnglish({
  'article.updated': 'Updated {date}',
  'article.related': 'Related articles',
  'article.failed': 'We couldn’t load this article',
  'article.gone': 'This article no longer exists. Search for another one, or contact us.',
  'article.kept': 'Only the text of this article is saved on this device.',
  'article.question': 'Was this helpful?',
  'article.yes': 'Yes',
  'article.no': 'No',
  'article.not_helpful': 'Thank you.',
  'article.missing': 'Thank you. Your feedback helps us improve our articles.',
  'article.comment': 'What’s missing?',
  'article.sendComment': 'Send',
  'article.solved': 'Glad to hear it.',
  'article.helpful': 'Thank you.',
  'article.solve': 'This solved it',
  'article.stillNeed': 'Still need help?',
});
