import { addEnglish } from './addEnglish.ts';

/** Parts of articles in other screens. */
export const passages = addEnglish({
  'search.answer': 'Answer',
  'search.showAnswer': 'Show the answer',
  'search.answerFrom': 'From “{title}”',
  'written.offer': 'Get an AI answer',
  'article.foot': '{category} · {minutes} min read',
  'article.table': 'Table',
  'article.code': 'Code',
});
