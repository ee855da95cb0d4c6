import { addEnglish } from './addEnglish.ts';

/** The search without results. */
export const searchStates = addEnglish({
  'search.none': 'Nothing found',
  'search.noneHint': 'Try different words, or contact us. Your search becomes the subject.',
  'search.failed': 'Search isn’t working right now',
  'search.recent': 'Recent searches',
  'search.topics': 'Browse by topic',
});
