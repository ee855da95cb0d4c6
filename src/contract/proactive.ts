import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { text } from './text.ts';

/** A state of an integration that a message can wait for. */
export const NoticedState = z.enum(['action_needed', 'down', 'degraded']);
export type NoticedState = z.infer<typeof NoticedState>;

/** The screen that the button of a message opens. */
export const MessageScreen = z.enum(['home', 'ticket', 'search', 'status', 'news']);

/** Conditions of a message. All of them must be true. */
export const conditions = {
  /** Path of the page; `*` matches anything. */
  page: z.optional(z.string()),
  /** Seconds on this page, while it is visible. */
  seconds: z.optional(z.int()),
  /** An event of the tracking plan that has happened since the page loaded. */
  event: z.optional(z.string()),
  /** An integration has this state. Without a provider, any integration. */
  integration: z.optional(z.object({ provider: z.optional(z.string()), state: NoticedState })),
};

/** A proactive message in the language of the visitor. */
export const ProactiveMessage = z.object({
  id: z.string(),
  ...conditions,
  title: z.string(),
  text: z.optional(z.string()),
  /** Label of the button. Without it, the message has no button. */
  action: z.optional(z.string()),
  /** The button opens one of these; by default the integration, or else the first screen. */
  article: z.optional(z.string()),
  screen: z.optional(MessageScreen),
  url: z.optional(z.string()),
  /** Days until the same visitor can see it again. Without it, they see it once. */
  every_days: z.optional(z.int()),
  /** Language of the text. It can be a fallback of the requested language. */
  locale: z.string(),
});
export type ProactiveMessage = z.infer<typeof ProactiveMessage>;

/**
 * Lists the proactive messages of the account, in the order in which they are considered.
 * `per_day`: how many of them a visitor sees within 24 hours.
 */
export const listProactive = {
  method: 'GET',
  path: 'support/proactive',
  access: 'key',
  cacheFor: 300,
  query: z.object({ locale: z.optional(text(35)) }),
  reply: z.object({ per_day: z.int(), messages: z.array(ProactiveMessage) }),
} as const satisfies Endpoint;
