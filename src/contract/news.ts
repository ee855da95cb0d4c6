import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

/** An entry of What's new: an article with a date. `getArticle` returns its content. */
export const NewsEntry = z.object({
  slug: z.string(),
  title: z.string(),
  url: z.string(),
  category: z.string(),
  /** Reading time in minutes. */
  minutes: z.int(),
  description: z.string(),
  date: timestamp,
  /** Language of the text. It can be a fallback of the requested language. */
  locale: z.string(),
});
export type NewsEntry = z.infer<typeof NewsEntry>;

/** Lists 20 entries per page, newest first. Entries with a future date are not listed yet. */
export const listNews = {
  method: 'GET',
  path: 'support/news',
  access: 'guest',
  cacheFor: 300,
  query: z.object({
    locale: z.optional(text(35)),
    /** `next_cursor` of the page before. */
    cursor: z.optional(text(limits.subject)),
  }),
  reply: z.object({
    entries: z.array(NewsEntry),
    /** Value for `cursor` to get the next page. Null on the last page. */
    next_cursor: z.nullable(z.string()),
  }),
} as const satisfies Endpoint;
