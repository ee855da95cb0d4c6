import { addEnglish } from './addEnglish.ts';

/** The error that is shown if not even the code loads. */
export const network = addEnglish({
  'error.network': 'We couldn’t reach support. Check your connection, then try again.',
});
