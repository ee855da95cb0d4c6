import { addEnglish } from './addEnglish.ts';

/** Sentences of the search field and its results. */
export const searching = addEnglish({
  'search.clear': 'Clear the search',
  'search.results.one': '{count} result',
  'search.results.other': '{count} results',
  'search.alone': 'from this device, because the server isn’t responding',
});
