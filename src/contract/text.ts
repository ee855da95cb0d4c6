import * as z from 'zod/mini';
import { isEmail, isSafeUrl, isStorable, limits } from './limits.ts';

/** Text that a database can store, with at most `max` characters. */
export function text(max: number) {
  return z
    .string({ error: 'Must be text.' })
    .check(
      z.maxLength(max, { error: `Must be at most ${max} characters.` }),
      z.refine(isStorable, { error: 'Contains characters that cannot be stored.' }),
    );
}

/** Text with at least one visible character. */
export function requiredText(max: number) {
  return text(max).check(z.refine((value) => value.trim() !== '', { error: 'Must not be empty.' }));
}

/** The checks of a number in a range. */
export function between(least: number, max: number) {
  const error = { error: `Must be ${least} to ${max}.` };
  return [z.gte(least, error), z.lte(max, error)];
}

const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;
/**
 * Bidi embeddings and isolates can reorder the text around a name. Direction marks cannot, so they
 * are allowed.
 */
const embeddings = /[\u202A-\u202E\u2066-\u2069]/g;

/** Text on one line, such as a name. Line breaks and control characters become spaces. */
export function line(max: number) {
  return text(max).check(
    z.overwrite((value) => value.replace(embeddings, '').replace(breaks, ' ')),
  );
}

/** A line with at least one visible character. */
export function requiredLine(max: number) {
  return line(max).check(z.refine((value) => value.trim() !== '', { error: 'Must not be empty.' }));
}

export const email = text(limits.email).check(
  z.refine(isEmail, { error: 'Must be an e-mail address.' }),
);

export const safeUrl = text(limits.url).check(
  z.refine(isSafeUrl, { error: 'Must be an http, https, mailto or tel address.' }),
);

/** A point in time, ISO 8601 with an offset or `Z`. */
export const timestamp = z.iso.datetime({ offset: true });
