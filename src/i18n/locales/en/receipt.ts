import { addEnglish } from './addEnglish.ts';

/** The receipt of a request. */
export const receipt = addEnglish({
  'receipt.title': 'Request sent',
  'receipt.heading': 'We’ve got your request',
  'receipt.expect': 'You’ll hear from us by {time}.',
  'receipt.expectSoon': 'You’ll hear from us soon.',
  'receipt.number': 'Request number',
  'receipt.mail': 'Your e-mail address',
  'receipt.follow': 'Replies will appear here',
  'receipt.followHint': 'We’ll e-mail them to you too',
  'receipt.view': 'View request',
  'receipt.home': 'Back to help',
  'sent.saved': 'Request saved',
  'sent.failed': 'Request not sent',
});
