import { addEnglish } from './addEnglish.ts';

/** The tools above the text of an article. */
export const articleTools = addEnglish({
  'article.newTab': 'Open in a new tab',
  'article.copyLink': 'Copy link',
  'article.contents': 'In this article',
});
