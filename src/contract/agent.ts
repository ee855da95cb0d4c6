import * as z from 'zod/mini';
import { Attachment, attachmentIds } from './attachment.ts';
import type { Endpoint } from './endpoint.ts';
import { ExternalTicket } from './externalTicket.ts';
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

/** A person of the team. */
export const Agent = z.object({ id: z.string(), name: z.string(), email: z.string() });
export type Agent = z.infer<typeof Agent>;

/** The fields that agents see in addition to those of the visitor. */
const forAgents = {
  /** True if the host's backend signed the identity of its visitor. */
  verified: z.boolean(),
  /** Other signed values. All values that are not listed come from the page. */
  signed: z.array(z.enum(signedValues)),
  /** The visitor's signed organization. */
  organization: z.nullable(Organization),
  customer_tier: z.nullable(z.string()),
  assignee: z.nullable(Agent),
  /** The id of a queue, or null. */
  queue: z.nullable(z.string()),
  tags: z.array(z.string()),
  /** End of the snooze, which also ends when the visitor writes. Null if it is not snoozed. */
  snoozed_until: z.nullable(timestamp),
  /**
   * Time of the escalation: it became critical, or has the signed tier `enterprise`. Null if it was
   * never escalated.
   */
  escalated_at: z.nullable(timestamp),
};

/** The part of a message or note that matches a search. */
export const Passage = z.object({
  text: z.string(),
  /** Ranges of characters to highlight. The end is not included. */
  matches: z.array(z.tuple([z.int(), z.int()])),
  /** The passage is part of an internal note. */
  internal: z.boolean(),
});
export type Passage = z.infer<typeof Passage>;

export const AgentTicketSummary = z.extend(TicketSummary, {
  ...forAgents,
  customerName: z.nullable(z.string()),
  customerEmail: z.string(),
  priority: Priority,
  estimated_first_response: z.nullable(timestamp),
  /** Set if a search matched its messages. */
  passage: z.optional(Passage),
});
export type AgentTicketSummary = z.infer<typeof AgentTicketSummary>;

/** `internal`: a note that only agents see. The positions of notes count down from -1. */
export const AgentMessage = z.extend(Message, {
  internal: z.boolean(),
  message_type: z.string(),
  /** Channel in which the message was written. */
  channel: z.enum(['widget', 'email', 'agent', 'system']),
});
export type AgentMessage = z.infer<typeof AgentMessage>;

export const AgentTicket = z.extend(Ticket, {
  ...forAgents,
  custom_fields: z.record(z.string(), CustomValue),
  context: TicketContext,
  rating: z.nullable(Rating),
  /** Its ticket in the team's help desk, or null. */
  help_desk: z.nullable(ExternalTicket),
  /** Oldest first, including internal notes. */
  messages: z.array(AgentMessage),
});
export type AgentTicket = z.infer<typeof AgentTicket>;

/**
 * Number of requests in each filter of the inbox. Only `all` and `snoozed` include snoozed
 * requests. `unassigned` and `mine` also exclude resolved ones.
 */
export const TicketCounts = z.object({
  all: z.int(),
  snoozed: z.int(),
  unassigned: z.int(),
  mine: z.int(),
  /** Unresolved requests with a note that mentions the caller; at most 1,000. */
  mentions: z.int(),
  by_status: z.record(TicketStatus, z.int()),
});
export type TicketCounts = z.infer<typeof TicketCounts>;

/**
 * Creates a session for an agent in a browser, which must not have the secret key. Creates the
 * agent if necessary.
 */
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
 * Lists requests in the order of `sort`, default `newest`. `status`: a status, or `unresolved`.
 * `assignee`: an agent's id, `me` or `none`. `queue`: an id, or `none`. `organization`: an id.
 * `snoozed`: only snoozed requests, or only others. `search`: a part of number, subject or
 * customer, or words of messages and notes; the last word can be unfinished.
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

/**
 * Writes a reply, or with `internal` a note. In a note, `@` and the name of an agent mentions them.
 * A reply changes the status of a new request to `open`.
 */
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
 * Changes only the given fields. `assignee`: an agent's id, or null. `queue`: an id, or null.
 * `snoozed_until`: a time within the next year, or null to end the snooze. A resolved request
 * cannot be snoozed.
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

/** Server-sent events about all requests of the tenant, as in `AgentLiveEvent`. */
export const agentStreamPath = 'agent/stream';
