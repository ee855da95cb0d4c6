import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { requiredText, text } from './text.ts';

const maxEarlierQuestions = 3;

/** A question. `earlier`: the questions before it, oldest first, if it follows up on them. */
export const WrittenQuestion = z.object({
  content: requiredText(limits.query),
  earlier: z.optional(
    z
      .array(text(limits.query))
      .check(
        z.maxLength(maxEarlierQuestions, { error: `Must be at most ${maxEarlierQuestions}.` }),
      ),
  ),
  category: z.optional(text(limits.category)),
  locale: z.optional(text(35)),
});
export type WrittenQuestion = z.infer<typeof WrittenQuestion>;
