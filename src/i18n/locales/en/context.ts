import { addEnglish } from './addEnglish.ts';

/** The attached context of a request. */
export const context = addEnglish({
  'ticket.context': 'Details we’ll include',
});
