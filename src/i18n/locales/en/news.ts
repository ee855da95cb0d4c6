import { addEnglish } from './addEnglish.ts';

/** The list of What's new. */
export const news = addEnglish({
  'news.isNew': 'Unread',
  'news.none': 'Nothing new yet',
  'news.noneHint': 'When something changes, you’ll find it here.',
  'news.failed': 'We couldn’t load what’s new',
  'news.more': 'Show older updates',
  'category.announcement': 'Announcement',
  'category.feature': 'New feature',
  'category.fix': 'Fix',
  'category.improvement': 'Improvement',
  'category.news': 'News',
});
