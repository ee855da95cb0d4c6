import * as z from 'zod/mini';
import { AttachmentRules } from './attachment.ts';
import { CustomField, HelpLink, TicketCategory } from './config.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { Routing } from './routing.ts';
import { Settings } from './settings.ts';
import { email, requiredLine, requiredText, text } from './text.ts';

const origin =
  /^(\*|https?:\/\/(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:(\d{1,5}|\*))?|[a-z][a-z0-9+.-]*:\/\/[\w.-]*)$/;

/** `https://app.example.com`, `https://*.example.com`, `http://localhost:*` or `*`. */
export const AllowedOrigins = z
  .array(
    text(limits.url).check(
      z.regex(origin, { error: 'Must be an origin like https://app.example.com, without a path.' }),
    ),
  )
  .check(z.maxLength(200, { error: 'Must be at most 200.' }));

const Attachments = z.object({
  max_files: z.int().check(z.gte(0), z.lte(limits.attachments)),
  max_bytes: z.int().check(z.gte(0), z.lte(limits.file)),
  types: AttachmentRules.shape.types.check(z.maxLength(100)),
});

const few = <T extends z.ZodMiniType>(item: T, max: number) =>
  z.array(item).check(z.maxLength(max, { error: `Must be at most ${max}.` }));

const isDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

const isArticleUrl = (value: string) =>
  value.includes('{slug}') && /^https?:/.test(value) && URL.canParse(value.replace('{slug}', 'x'));

/** Everything that an account can set. */
export const AccountSettings = z.object({
  name: requiredLine(limits.name),
  /** Shown to visitors; it gets their mail when the API cannot be reached. */
  email,
  /** Sends the mails. */
  mail_from: email,
  /** Gets the mails for the team. */
  team_email: email,
  /** Begins the numbers of requests: `PM-1001`. */
  ticket_prefix: text(10).check(
    z.regex(/^[A-Z][A-Z0-9]*$/, { error: 'Must be capital letters and digits.' }),
  ),
  /** Origins of pages that can use a publishable key. */
  allowed_origins: AllowedOrigins,
  links: few(HelpLink, 50),
  /** Null: the default ones. */
  categories: z.nullable(few(TicketCategory, 100)),
  fields: few(CustomField, limits.customFields),
  ...Settings.shape,
  /** Queues, and rules that choose queue, assignee and tags of a new request. */
  routing: Routing,
  /** Null: the default rules. */
  attachments: z.nullable(Attachments),
  /** Visitors need a signed token. */
  require_identity: z.boolean(),
  /** Ed25519 public keys that sign visitor tokens, as JWK. */
  identity_keys: few(z.record(z.string(), z.unknown()), 20),
  /** Where replies by mail arrive; null if nowhere. */
  inbound_domain: z.nullable(
    text(limits.email).check(z.regex(isDomain, { error: 'Must be a domain.' })),
  ),
  /** Seconds that a reply can be read in the widget before it is mailed. */
  reply_mail_delay: z.int().check(z.gte(0), z.lte(86_400)),
  /** Address of an article, with `{slug}`; empty: articles open in the widget alone. */
  kb_url: text(limits.url).check(
    z.refine((value) => value === '' || isArticleUrl(value), {
      error: 'Must be empty, or an http or https address with {slug}.',
    }),
  ),
  /** Articles of a language that are given to the device, at most. */
  kb_index_limit: z.int().check(z.gte(0), z.lte(100_000)),
  /** Published articles are public pages at `/help/<account id>/`. */
  help_center: z.boolean(),
  /** Other assistants can search and read published articles and the status at `/mcp/<account id>`. */
  mcp: z.boolean(),
  /**
   * Who can connect integrations: visitors with a signed organization or, with a test key, any
   * visitor.
   */
  connect_by: z.enum(['verified', 'visitor']),
  /** A signed role that connecting an integration needs; null: none. */
  connect_role: z.nullable(requiredText(limits.category)),
  /** Whether a request of an address that is not verified is confirmed by mail. */
  confirm_unverified: z.boolean(),
  /**
   * Readers of a request: its visitor alone, or also visitors with the same signed organization.
   */
  share_requests: z.enum(['visitor', 'organization']),
});
export type AccountSettings = z.infer<typeof AccountSettings>;

export const getAccountSettings = {
  method: 'GET',
  path: 'admin/settings',
  access: 'admin',
  reply: AccountSettings,
} as const satisfies Endpoint;

/** Changes only the given fields. */
export const updateAccountSettings = {
  method: 'PATCH',
  path: 'admin/settings',
  access: 'admin',
  // Rejects unknown names, so that they do not count as set.
  body: z.strictObject(z.partial(AccountSettings).shape),
  reply: AccountSettings,
} as const satisfies Endpoint;
