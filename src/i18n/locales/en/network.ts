import { addEnglish } from './addEnglish.ts';

/** What is said where even the code did not load. */
export const network = addEnglish({
  'error.network': 'We could not reach support. Check your connection, then try again.',
});
