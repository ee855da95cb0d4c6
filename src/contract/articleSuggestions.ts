import * as z from 'zod/mini';
import { ArticleResults, category, locale } from './article.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { between, text } from './text.ts';

/**
 * Suggests articles that may answer a request before it is sent. `category`: the form's category,
 * which only slightly changes the order.
 */
export const suggestArticles = {
  method: 'POST',
  path: 'support/kb/suggest',
  access: 'guest',
  readOnly: true,
  body: z.object({
    content: text(limits.description),
    subject: z.optional(text(limits.subject)),
    category,
    locale,
    limit: z._default(z.int().check(...between(1, 10)), 3),
    relevance_threshold: z._default(z.number().check(...between(0, 1)), 0.7),
  }),
  reply: ArticleResults,
} as const satisfies Endpoint;
