import * as z from 'zod/mini';
import { ArticleAudience } from '../../src/contract/articleAudience.ts';
import { ArticleFault } from './articleFault.ts';

const oneOrMore = z.pipe(
  z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()]))]),
  z.transform((value) => [value].flat().map(String)),
);
/** In front matter, a list with one name can be that name. */
const InFrontMatter = z.pipe(
  z.strictObject({ plans: z.optional(oneOrMore), roles: z.optional(oneOrMore) }),
  ArticleAudience,
);

/**
 * Reads the audience of front matter: `signed-in`, `everyone`, or plans and roles. Another value is
 * an error, because ignoring it would show the article to everyone.
 *
 * @throws ArticleFault
 */
export function readAudience(value: unknown): ArticleAudience | null | undefined {
  if (value === undefined) return undefined;
  if (value === 'everyone') return null;
  if (value === 'signed-in') return {};
  const { data } = z.safeParse(InFrontMatter, value);
  if (data !== undefined) return data;
  throw new ArticleFault(
    'The audience is not valid. Write `audience: signed-in`, or `audience: { plans: [pro], roles: [admin] }`.',
    1,
  );
}

/**
 * Returns an audience as it is stored. Plans are compared in lower case. Undefined: the article keeps
 * the audience that it has.
 */
export function storedAudience(audience: ArticleAudience | null | undefined) {
  if (audience === null || audience === undefined) return audience;
  const { plans, roles } = audience;
  return JSON.stringify({
    ...(plans && { plans: plans.map((plan) => plan.trim().toLowerCase()) }),
    ...(roles && { roles: roles.map((role) => role.trim()) }),
  });
}
