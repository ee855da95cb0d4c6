import { addEnglish } from './addEnglish.ts';

/** The search. */
export const searching = addEnglish({
  'search.clear': 'Clear the search',
  'search.results.one': '{count} result',
  'search.results.other': '{count} results',
  'search.alone': 'from this device, because the server isn’t responding',
});
