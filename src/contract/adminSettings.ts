import * as z from 'zod/mini';
import { language } from './articleKey.ts';
import { AttachmentRules } from './attachment.ts';
import { CustomField, HelpLink, TicketCategory } from './config.ts';
import type { Endpoint } from './endpoint.ts';
import { limits } from './limits.ts';
import { Proactive } from './proactiveRule.ts';
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

/** All settings of an account. */
export const AccountSettings = z.object({
  name: requiredLine(limits.name),
  /** Visitors see this address. It receives their mail if the API cannot be reached. */
  email,
  /** The sender of mails. */
  mail_from: email,
  /** Receives the mails for the team. */
  team_email: email,
  /** Prefix of request numbers, such as `PM-1001`. */
  ticket_prefix: text(10).check(
    z.regex(/^[A-Z][A-Z0-9]*$/, { error: 'Must be capital letters and digits.' }),
  ),
  /** Origins of the pages that can use a publishable key. */
  allowed_origins: AllowedOrigins,
  links: few(HelpLink, 50),
  /** Null: the default categories apply. */
  categories: z.nullable(few(TicketCategory, 100)),
  fields: few(CustomField, limits.customFields),
  ...Settings.shape,
  /** Queues, and rules that choose the queue, assignee and tags of a new request. */
  routing: Routing,
  /** Null: the default rules apply. */
  attachments: z.nullable(Attachments),
  /** Visitors need a signed token. */
  require_identity: z.boolean(),
  /** Ed25519 public keys that sign visitor tokens, as JWK. */
  identity_keys: few(z.record(z.string(), z.unknown()), 20),
  /** Domain for replies by mail. Null: replies by mail are not received. */
  inbound_domain: z.nullable(
    text(limits.email).check(z.regex(isDomain, { error: 'Must be a domain.' })),
  ),
  /** Seconds during which a reply can be read in the widget before it is mailed. */
  reply_mail_delay: z.int().check(z.gte(0), z.lte(86_400)),
  /** Address pattern of articles, with `{slug}`. Empty: articles open only in the widget. */
  kb_url: text(limits.url).check(
    z.refine((value) => value === '' || isArticleUrl(value), {
      error: 'Must be empty, or an http or https address with {slug}.',
    }),
  ),
  /** Maximum number of articles of a language that the device downloads. */
  kb_index_limit: z.int().check(z.gte(0), z.lte(100_000)),
  /** Language of the articles that translations follow, if an article has it. */
  source_locale: language,
  /** Published articles are public pages at `/help/<account id>/`. */
  help_center: z.boolean(),
  /** AI assistants can search and read published articles and the status at `/mcp/<account id>`. */
  mcp: z.boolean(),
  /**
   * A model writes answers from the articles, if the server has one. Each question is sent to it.
   */
  written_answers: z.boolean(),
  /** Maximum number of written answers in 30 days. */
  written_answers_limit: z.int().check(z.gte(0), z.lte(1_000_000)),
  /** Messages that appear beside the button by rules, on pages with the option `proactive`. */
  proactive: Proactive,
  /**
   * Who can connect integrations: visitors with a signed organization, or (with a test key) any
   * visitor.
   */
  connect_by: z.enum(['verified', 'visitor']),
  /** The signed role that is required to connect an integration. Null: no role. */
  connect_role: z.nullable(requiredText(limits.category)),
  /** Whether a request from an unverified address is confirmed by mail. */
  confirm_unverified: z.boolean(),
  /** Browsers of visitors without a signed identity must compute before they can send a request. */
  proof_of_work: z.boolean(),
  /** Readers of a request: only its visitor, or also visitors of the same signed organization. */
  share_requests: z.enum(['visitor', 'organization']),
  /**
   * The facts about the team that visitors see before they write: the usual reply time and the
   * business hours, and with `people`, the names of the agents who answered last.
   */
  show_team: z.enum(['nothing', 'times', 'people']),
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
