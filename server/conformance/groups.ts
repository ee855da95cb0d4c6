import type { CheckGroup } from './check.ts';
import { attachments } from './checks/attachments.ts';
import { cors } from './checks/cors.ts';
import { envelope } from './checks/envelope.ts';
import { errors } from './checks/errors.ts';
import { events } from './checks/events.ts';
import { idempotency } from './checks/idempotency.ts';
import { identity } from './checks/identity.ts';
import { isolation } from './checks/isolation.ts';
import { knowledgeBase } from './checks/knowledgeBase.ts';
import { limits } from './checks/limits.ts';
import { messages } from './checks/messages.ts';
import { pagination } from './checks/pagination.ts';
import { rateLimit } from './checks/rateLimit.ts';
import { status } from './checks/status.ts';
import { streams } from './checks/streams.ts';
import { tickets } from './checks/tickets.ts';
import { webhooks } from './checks/webhooks.ts';

/** All checks, in the recommended order for building a backend. */
export const groups: readonly CheckGroup[] = [
  envelope,
  errors,
  cors,
  tickets,
  idempotency,
  pagination,
  limits,
  isolation,
  identity,
  attachments,
  knowledgeBase,
  messages,
  events,
  status,
  streams,
  webhooks,
  rateLimit,
];
