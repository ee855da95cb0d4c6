import { addEnglish } from './addEnglish.ts';

/** Suggested articles. */
export const suggestions = addEnglish({
  'suggestions.title': 'These articles may help',
  'suggestions.count.one': '{count} article may help',
  'suggestions.count.other': '{count} articles may help',
});
