import { addEnglish } from './addEnglish.ts';

/** The search. */
export const searching = addEnglish({
  'search.clear': 'Clear the search',
  'search.results.one': '{count} result',
  'search.results.other': '{count} results',
  'search.alone': 'from this device, because the server isn’t responding',
  'search.none': 'Nothing found',
  'search.noneHint': 'Try different words, or contact us. Your search becomes the subject.',
  'search.failed': 'Search isn’t working right now',
  'search.recent': 'Recent searches',
  'search.topics': 'Browse by topic',
});
