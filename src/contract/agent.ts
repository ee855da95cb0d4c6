import * as z from 'zod/mini';
import { Attachment, attachmentIds } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { InboxSort, inboxConditions } from './inboxFilter.ts';
import { limits } from './limits.ts';
import { Message } from './message.ts';
import { Organization, signedValues } from './organization.ts';
import { Tags } from './routing.ts';
import { email, requiredLine, requiredText, text, timestamp } from './text.ts';
import {
  CustomValue,
  Priority,
  Rating,
  Ticket,
  TicketContext,
  TicketStatus,
  TicketSummary,
} from './ticket.ts';

/** A person who answers. */
export const Agent = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Agent = z.infer<typeof Agent>;

/** The fields of a request that agents see in addition to its visitor. */
const forAgents = {
  /** True when the host's backend signed who its visitor is. */
  verified: z.boolean(),
  /** Other values that it signed; every other one is stated by the page alone. */
  signed: z.array(z.enum(signedValues)),
  /** The visitor's, if signed. */
  organization: z.nullable(Organization),
  customer_tier: z.nullable(z.string()),
  assignee: z.nullable(Agent),
  /** The id of a queue; null if it is in no queue. */
  queue: z.nullable(z.string()),
  tags: z.array(z.string()),
  /** It is put off until then, or until its visitor writes; null: it is not. */
  snoozed_until: z.nullable(timestamp),
  /** Since when it is critical, or of an enterprise by a signed tier; null: it never was. */
  escalated_at: z.nullable(timestamp),
};

/** The part of a message or note in which a search was found. */
export const Passage = z.object({
  text: z.string(),
  /** Ranges of characters `[from, to)` to highlight. */
  matches: z.array(z.tuple([z.int(), z.int()])),
  /** It is in an internal note. */
  internal: z.boolean(),
});
export type Passage = z.infer<typeof Passage>;

export const AgentTicketSummary = z.extend(TicketSummary, {
  ...forAgents,
  customerName: z.nullable(z.string()),
  customerEmail: z.string(),
  priority: Priority,
  estimated_first_response: z.nullable(timestamp),
  /** In a search that was found in its messages. */
  passage: z.optional(Passage),
});
export type AgentTicketSummary = z.infer<typeof AgentTicketSummary>;

/** `internal`: a note that only agents ever see; its positions count down from -1. */
export const AgentMessage = z.extend(Message, {
  internal: z.boolean(),
  message_type: z.string(),
  /** Where the message was written. */
  channel: z.enum(['widget', 'email', 'agent', 'system']),
});
export type AgentMessage = z.infer<typeof AgentMessage>;

export const AgentTicket = z.extend(Ticket, {
  ...forAgents,
  custom_fields: z.record(z.string(), CustomValue),
  context: TicketContext,
  rating: z.nullable(Rating),
  /** Oldest first, internal notes among them. */
  messages: z.array(AgentMessage),
});
export type AgentTicket = z.infer<typeof AgentTicket>;

/**
 * Number of requests in each filter of the inbox. All but `all` and `snoozed` leave out those that are snoozed,
 * `unassigned` and `mine` resolved ones too.
 */
export const TicketCounts = z.object({
  all: z.int(),
  snoozed: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  /** Not resolved, with a note that names the caller; at most 1,000. */
  mentions: z.int(),
  by_status: z.record(TicketStatus, z.int()),
});
export type TicketCounts = z.infer<typeof TicketCounts>;

/** A session for a person in a browser, who must not hold the secret key. Makes the agent when new. */
export const createAgentSession = {
  method: 'POST',
  path: 'agent/sessions',
  access: 'secret',
  body: z.object({ name: requiredLine(limits.name), email }),
  reply: z.object({ token: z.string(), expires_at: timestamp, agent: Agent }),
} as const satisfies Endpoint;

export const listAgents = {
  method: 'GET',
  path: 'agent/agents',
  access: 'agent',
  reply: z.object({ agents: z.array(Agent) }),
} as const satisfies Endpoint;

/**
 * In the order of `sort`, default `newest`. `status`: one of them, or `unresolved`. `assignee`: an agent's id, `me` or `none`.
 * `queue`: its id, or `none`. `organization`: its
 * id. `snoozed`: only those that are, or are not. `search`: a part of number, subject or customer, or words of messages and notes,
 * of which the last can be unfinished.
 */
export const listAgentTickets = {
  method: 'GET',
  path: 'agent/tickets',
  access: 'agent',
  query: z.object({
    ...inboxConditions,
    sort: z.optional(InboxSort),
    search: z.optional(text(limits.subject)),
    cursor: z.optional(text(limits.id)),
  }),
  reply: z.object({
    tickets: z.array(AgentTicketSummary),
    counts: TicketCounts,
    next_cursor: z.nullable(z.string()),
  }),
} as const satisfies Endpoint;

export const getAgentTicket = {
  method: 'GET',
  path: 'agent/tickets/{id}',
  access: 'agent',
  reply: AgentTicket,
} as const satisfies Endpoint;

/** A reply, or with `internal` a note, in which `@` and the name of an agent mentions them. A reply moves a new request to `open`. */
export const writeAgentMessage = {
  method: 'POST',
  path: 'agent/tickets/{id}/messages',
  access: 'agent',
  idempotent: true,
  body: z.object({
    body: requiredText(limits.message),
    internal: z._default(z.boolean(), false),
    attachments: z._default(attachmentIds, []),
  }),
  reply: AgentMessage,
} as const satisfies Endpoint;

/**
 * Changes only what is named. `assignee`: an agent's id, or null for none. `queue`: its id, or null.
 * `snoozed_until`: within a year from now, or null to end it. A resolved request is not snoozed.
 */
export const updateTicket = {
  method: 'PATCH',
  path: 'agent/tickets/{id}',
  access: 'agent',
  body: z.object({
    status: z.optional(TicketStatus),
    priority: z.optional(Priority),
    assignee: z.optional(z.nullable(text(limits.id))),
    queue: z.optional(z.nullable(text(limits.category))),
    tags: z.optional(Tags),
    snoozed_until: z.optional(z.nullable(timestamp)),
  }),
  reply: AgentTicket,
} as const satisfies Endpoint;

export const uploadAgentAttachment = {
  method: 'POST',
  path: 'agent/attachments',
  access: 'agent',
  idempotent: true,
  upload: true,
  reply: Attachment,
} as const satisfies Endpoint;

/** Server-sent events of all requests of the tenant, as in `AgentLiveEvent`. */
export const agentStreamPath = 'agent/stream';
