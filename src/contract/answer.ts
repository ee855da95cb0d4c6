import * as z from 'zod/mini';
import { Blocks } from './articleBody.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text } from './text.ts';

/** The passage of an article that answers a question, in the article's own words. */
export const PassageAnswer = z.object({
  slug: z.string(),
  title: z.string(),
  /** Address of the article, including the heading of the passage. */
  url: z.string(),
  /** Heading of the passage. Empty at the beginning of an article. */
  heading: z.string(),
  /** Id of that heading. */
  anchor: z.string(),
  blocks: Blocks,
  /** Probability from 0 to 1 that the article is the right one. */
  relevance_score: z.number(),
});
export type PassageAnswer = z.infer<typeof PassageAnswer>;

/**
 * `answer` is null unless one article is very likely the right one. `locale`: the language of the
 * answer.
 */
export const answerQuestion = {
  method: 'POST',
  path: 'support/kb/answer',
  access: 'guest',
  readOnly: true,
  body: z.object({
    content: text(limits.description),
    category: z.optional(text(limits.category)),
    locale: z.optional(text(35)),
  }),
  reply: z.object({
    answer: z.nullable(PassageAnswer),
    locale: z.string(),
    /** An answer can be requested from `writtenAnswerPath`. */
    can_write: z.optional(z.boolean()),
  }),
} as const satisfies Endpoint;
