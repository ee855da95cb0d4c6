import * as z from 'zod/mini';
import { limits } from './limits.ts';
import { requiredText, safeUrl, text } from './text.ts';

/** An article that was suggested to a visitor before they sent their request. */
export const ShownSuggestion = z.object({
  title: requiredText(limits.subject),
  url: safeUrl,
  snippet: text(limits.contextLine),
  relevance_score: z.number().check(z.gte(0), z.lte(1)),
  auto_suggested: z.literal(true),
  slug: z.optional(text(limits.id)),
});
export type ShownSuggestion = z.infer<typeof ShownSuggestion>;

/**
 * The suggestions that were shown before a request. Only those of this knowledge base are stored.
 */
export const shownSuggestions = z
  .array(ShownSuggestion)
  .check(z.maxLength(10, { error: 'Must be at most 10 suggestions.' }));
