import { addEnglish } from './addEnglish.ts';

/** What goes along with a request. */
export const context = addEnglish({
  'ticket.context': 'Details we’ll include',
});
