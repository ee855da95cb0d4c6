import { addEnglish } from './addEnglish.ts';

/** A proactive message beside the floating button. */
export const proactive = addEnglish({
  'proactive.label': 'Message from support',
  'proactive.dismiss': 'Close the message',
});
