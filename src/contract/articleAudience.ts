import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { requiredText } from './text.ts';

const names = z.optional(
  z
    .array(requiredText(limits.tier))
    .check(
      z.minLength(1, { error: 'Name at least one, or leave it out.' }),
      z.maxLength(20, { error: 'Must be at most 20.' }),
    ),
);

/**
 * The readers of a restricted article: visitors with a signed identity. With `plans` or `roles`,
 * only those who have one of the plans, and one of the roles.
 */
export const ArticleAudience = z.strictObject({
  /** Compared with the claims `tier` and `org.plan`. Upper and lower case are equal. */
  plans: names,
  /** Compared with the claim `roles`. */
  roles: names,
});
export type ArticleAudience = z.infer<typeof ArticleAudience>;
