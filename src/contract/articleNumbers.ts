import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { text, timestamp } from './text.ts';

/** Returns statistics of an article in all its languages. */
export const getArticleNumbers = {
  method: 'GET',
  path: 'agent/articles/{slug}/numbers',
  access: 'agent',
  reply: z.object({
    /** The days with views in the last 90 days, oldest first. */
    views: z.array(z.object({ day: z.string(), views: z.int() })),
    helpful: z.int(),
    not_helpful: z.int(),
    /**
     * Number of times that “This solved it” was pressed, or no request was sent after reading, in the last 400
     * days.
     */
    deflections: z.int(),
    /** Newest first, at most 100. */
    comments: z.array(z.object({ helpful: z.boolean(), comment: z.string(), at: timestamp })),
  }),
} as const satisfies Endpoint;

/**
 * Lists searches of the last 90 days that found no article: the most frequent first, at most 200.
 */
export const listMissedSearches = {
  method: 'GET',
  path: 'agent/kb/missed-searches',
  access: 'agent',
  reply: z.object({
    searches: z.array(
      z.object({ query: z.string(), locale: z.string(), searches: z.int(), last_at: timestamp }),
    ),
  }),
} as const satisfies Endpoint;

/** Removes a search from the list. */
export const deleteMissedSearch = {
  method: 'DELETE',
  path: 'agent/kb/missed-searches',
  access: 'agent',
  role: 'admin',
  query: z.object({ query: text(limits.query), locale: text(35) }),
  reply: z.object({ query: z.string() }),
} as const satisfies Endpoint;
