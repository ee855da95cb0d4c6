import { addEnglish } from './addEnglish.ts';

/** The mark of What's new. */
export const newsMark = addEnglish({
  'news.unread': 'There are updates',
});
