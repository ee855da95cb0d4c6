import { addEnglish } from './addEnglish.ts';

/** The way by e-mail. */
export const mail = addEnglish({
  'mail.heading': 'Your mail program has the request',
  'mail.text': 'Press Send there. If no mail program opened, write to us at this address.',
  'mail.cut':
    'The text was too long for a mail link and was cut. Copy the full request and paste it.',
  'mail.open': 'Open mail program',
  'mail.address': 'Our address',
  'mail.back': 'Back to the form',
});
