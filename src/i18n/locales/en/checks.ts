import { addEnglish } from './addEnglish.ts';

/** Reasons why the form cannot be sent yet. */
export const checks = addEnglish({
  'check.required': 'Please fill this in.',
  'check.email': 'Please enter an address like name@example.com.',
  'check.tooLong': 'Please shorten this to {limit} characters.',
});
