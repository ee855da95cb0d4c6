import { addEnglish } from './addEnglish.ts';

/** The comment on an article that did not help. */
export const articleComment = addEnglish({
  'article.comment': 'What’s missing?',
  'article.sendComment': 'Send',
});
