import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { text } from './text.ts';

/** A language in lower case. */
export const language = text(35).check(
  z.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/, { error: 'Must be a language: en, pt-br.' }),
);
/** Language of an article. */
export const locale = z._default(language, 'en');
/** Slug of an article in addresses. */
export const slug = text(limits.id).check(
  z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'Must be lower-case letters, numbers and single hyphens.',
  }),
);
/**
 * The version of an article that was edited, or 0 for a new article. If the current version is
 * another one, the request fails with a conflict.
 */
export const savedVersion = z.optional(z.int().check(z.gte(0), z.lte(2_147_483_647)));
