import { addEnglish } from './addEnglish.ts';

/** Why something did not work, and what to do. */
export const errors = addEnglish({
  'error.timeout': 'Support did not answer in time. Try again.',
  'error.rate': 'Too many requests at once. Try again in {seconds} seconds.',
  'error.rateUntil': 'Too many requests at once. Try again after {time}.',
  'error.quota': 'This account has used up its requests. Send it by e-mail instead.',
  'error.server': 'Support has a problem of its own right now. Try again in a moment.',
  'error.breaker': 'Support cannot be reached right now. We keep trying and send it by ourselves.',
  'error.auth': 'This page is not allowed to send requests. Send it by e-mail instead.',
  'error.validation':
    'Something in the request was not accepted. Check the fields, then try again.',
  'error.conflict': 'We already have an earlier version of this request, under Your requests.',
  'error.notFound': 'This request is not there any more.',
  'error.contract': 'Support gave an answer that we do not understand. Send it by e-mail instead.',
  'error.unknown': 'Something went wrong. Try again, or send it by e-mail.',
  'files.gone': 'A file is no longer on this device. Try again to send the request without it.',
});
