import { addEnglish } from './addEnglish.ts';

/** Reasons why something did not work, and what to do. */
export const errors = addEnglish({
  'error.timeout': 'Support didn’t respond in time. Try again.',
  'error.rate': 'Too many requests at once. Try again in {seconds} s.',
  'error.rateUntil': 'Too many requests at once. Try again after {time}.',
  'error.quota': 'This account has reached its request limit. Send yours by e-mail instead.',
  'error.server': 'Something went wrong on our side. Try again in a moment.',
  'error.breaker': 'We can’t reach support right now. We’ll keep trying and send it automatically.',
  'error.auth': 'This page can’t send requests. Send yours by e-mail instead.',
  'error.validation': 'Some details weren’t accepted. Check the fields, then try again.',
  'error.conflict':
    'We already have an earlier version of this request. Find it under Your requests.',
  'error.notFound': 'This request no longer exists.',
  'error.contract': 'We got an unexpected response. Send your request by e-mail.',
  'error.unknown': 'Something went wrong. Try again, or send it by e-mail.',
  'files.gone': 'A file is no longer on this device. Try again to send the request without it.',
});
