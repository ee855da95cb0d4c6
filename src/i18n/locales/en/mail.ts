import { addEnglish } from './addEnglish.ts';

/** Requests by e-mail. */
export const mail = addEnglish({
  'mail.heading': 'Your request is in your mail app',
  'mail.text': 'Press Send there. If no mail app opened, write to us at this address.',
  'mail.cut':
    'The text was too long for a mail link, so we shortened it. Copy the full request and paste it.',
  'mail.open': 'Open mail app',
  'mail.address': 'Our address',
  'mail.back': 'Back to the form',
});
