import * as z from 'zod/mini';
import { AttachmentRules } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { email, text, timestamp } from './text.ts';

export const LinkCategory = z.enum([
  'self-service',
  'contact',
  'learning',
  'reference',
  'information',
]);
export type LinkCategory = z.infer<typeof LinkCategory>;

/** A link of the help center. An unknown `icon` is replaced by a neutral one. */
export const HelpLink = z.object({
  name: z.string(),
  url: z.string(),
  category: LinkCategory,
  icon: z.string(),
});
export type HelpLink = z.infer<typeof HelpLink>;

/** Without a label, the widget uses its own translation of the id. */
export const TicketCategory = z.object({
  id: z.string(),
  label: z.optional(z.string()),
});
export type TicketCategory = z.infer<typeof TicketCategory>;

export const CustomField = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(['text', 'textarea', 'select', 'checkbox']),
  required: z.boolean(),
  /** Options of a `select`. */
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
});
export type CustomField = z.infer<typeof CustomField>;

/** The facts about the team that a visitor sees before they write. */
export const Team = z.object({
  /**
   * Median of the time until the first response, in seconds of business hours. Omitted after too
   * few responses.
   */
  answers_in: z.optional(z.number()),
  /** Business hours of the next days, in order. Omitted if they are around the clock. */
  shifts: z.optional(z.array(z.object({ from: timestamp, to: timestamp }))),
  /** Names of the agents who answered last. */
  people: z.optional(z.array(z.string())),
});
export type Team = z.infer<typeof Team>;

/**
 * The settings of a tenant. The page's config overrides them. A link with an unsafe address, or a
 * category or field with an invalid id, is omitted without affecting the others.
 */
export const TenantConfig = z.object({
  name: z.string(),
  email,
  links: z.array(HelpLink),
  categories: z.array(TicketCategory),
  fields: z.array(CustomField),
  attachments: AttachmentRules,
  /**
   * Addresses of the articles in the account's help center, with `{slug}`. A link to one of them in
   * a reply opens in the panel. One without an origin is on the server of the API.
   */
  kb_urls: z.optional(z.array(z.string())),
  /** Date of the newest entry of What's new, if there is one. */
  news_at: z.optional(timestamp),
  team: z.optional(Team),
});
export type TenantConfig = z.infer<typeof TenantConfig>;

export const getConfig = {
  method: 'GET',
  path: 'support/config',
  access: 'key',
  cacheFor: 300,
  query: z.object({ locale: z.optional(text(35)) }),
  reply: TenantConfig,
} as const satisfies Endpoint;
