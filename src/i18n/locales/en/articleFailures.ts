import { addEnglish } from './addEnglish.ts';

/** An article that does not load. */
export const articleFailures = addEnglish({
  'article.failed': 'We couldn’t load this article',
  'article.gone': 'This article no longer exists. Search for another one, or contact us.',
  'article.kept': 'Only the text of this article is saved on this device.',
});
