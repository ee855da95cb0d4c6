import { addEnglish } from './addEnglish.ts';

/** The error that is shown if not even the code loads. */
export const network = addEnglish({
  'error.network': 'We could not reach support. Check your connection, then try again.',
});
