import * as z from 'zod/mini';
import { createLogger } from '../../../server/base/logger.ts';
import type { Database } from '../../../server/db/db.ts';
import { createArticleThreads } from '../../../server/kb/articleThreads.ts';
import { createLiveHub } from '../../../server/live/hub.ts';
import { type AppDeps, createApp } from '../../../server/start/app.ts';
import { Failure } from '../../../src/contract/envelope.ts';
import { Ticket, type TicketDraft } from '../../../src/contract/ticket.ts';
import { openTestAttachments } from './attachments.ts';
import { type Caller, dataOf, headersOf } from './envelope.ts';
import { createTestIntegrations, type TestIntegrations } from './integrations.ts';
import { newId } from './tenant.ts';

export { type Caller, dataOf, headersOf };

export const silent = createLogger('silent');

/** Shared by the test files of a process, which idle threads do not keep running. */
const articles = createArticleThreads((error) => {
  throw error;
});

export type App = ReturnType<typeof createApp>;

/** Creates the API without rate limits and caches, and with files in a folder of the test file. */
export function createTestApp(
  database: Database,
  deps: Partial<AppDeps> & { integrations?: TestIntegrations } = {},
): App {
  const { integrations = createTestIntegrations(database) } = deps;
  const rateLimits = { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 };
  return createApp({
    database,
    logger: silent,
    attachments: openTestAttachments(),
    integrations,
    checks: integrations,
    articles,
    keyCacheMs: 0,
    rateLimits,
    live: createLiveHub(),
    ...deps,
  });
}

export const draft: TicketDraft = {
  subject: 'Mails do not arrive',
  description: 'Since this morning.\nNothing in the logs.',
  email: 'ada@customer.example',
  name: 'Ada Lovelace',
  category: 'technical',
};

export function post(
  app: App,
  caller: Caller,
  body: unknown,
  { idempotencyKey = newId(), ...headers }: Record<string, string> = {},
): Promise<Response> | Response {
  return app.request('/v1/support/tickets', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      ...headersOf(caller),
      'Content-Type': 'application/json',
      'Idempotency-Key': idempotencyKey,
      ...headers,
    },
  });
}

export function get(app: App, caller: Caller, path: string): Promise<Response> | Response {
  return app.request(`/v1/${path}`, { headers: headersOf(caller) });
}

export async function created(response: Response | Promise<Response>): Promise<Ticket> {
  return dataOf(await response, Ticket);
}

/**
 * Returns status and error of an API error. It must be in the envelope and have the request's id.
 */
export async function apiErrorOf(
  response: Response,
): Promise<Failure['error'] & { status: number }> {
  const { error } = z.parse(Failure, await response.json());
  if (error.request_id !== response.headers.get('X-Request-Id')) {
    throw new Error('The envelope and the header name different requests.');
  }
  return { status: response.status, ...error };
}
