import type { Endpoint } from '../contract/endpoint.ts';
import type { LiveEvent } from '../contract/live.ts';
import { rateTicket, reopenTicket, replyToTicket } from '../contract/message.ts';
import { createTicket, type Ticket } from '../contract/ticket.ts';
import type { OutboxEntry } from '../core/outboxEntry.ts';
import type { Api, Outbox, OutboxEvents } from '../core/ports.ts';
import { createApi } from './api.ts';
import { openLive } from './live.ts';
import { createOutbox } from './outbox.ts';
import { createLock } from './outboxLock.ts';
import { createEntryStore } from './outboxStore.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import { createResilience } from './resilience.ts';

export { createIdentity } from './identity.ts';

/** Everything that talks to the backend, with one breaker and one limit. */
export interface Client {
  api: Api;
  openOutbox(events: OutboxEvents): Outbox;
  openLive(hear: (event: LiveEvent) => void): () => void;
}

export function createClient(options: ClientOptions): Client {
  const resilience = createResilience();

  async function send(entry: OutboxEntry, signal: AbortSignal): Promise<Ticket | null> {
    // Written by somebody whom the host did not vouch for then, so it goes without its word.
    const isOwn = entry.visitorId === options.visitorId();
    const identity = isOwn ? (options.identity ?? null) : null;
    const from = { ...options, identity, visitorId: () => entry.visitorId };
    const { endpoint, input } = callOf(entry);
    const reply = await resilience.attempt(() => request(endpoint, input, from, signal), signal);
    return endpoint === createTicket ? createTicket.reply.parse(reply) : null;
  }

  return {
    api: createApi(options, resilience),
    openLive: (hear) => openLive(options, hear),
    openOutbox(events) {
      const outbox = createOutbox({ store: createEntryStore(), lock: createLock(), send }, events);
      const stopListening = resilience.onRecovered(outbox.flush);
      return {
        ...outbox,
        destroy() {
          stopListening();
          outbox.destroy();
        },
      };
    },
  };
}

/** The request that an entry stands for. */
function callOf({ id: idempotencyKey, write }: OutboxEntry): {
  endpoint: Endpoint;
  input: RequestInput;
} {
  if (write.endpoint === 'createTicket') {
    return { endpoint: createTicket, input: { body: write.body, idempotencyKey } };
  }
  const params = { id: write.ticketId };
  switch (write.endpoint) {
    case 'replyToTicket':
      return { endpoint: replyToTicket, input: { params, body: write.body, idempotencyKey } };
    case 'rateTicket':
      return { endpoint: rateTicket, input: { params, body: write.body, idempotencyKey } };
    case 'reopenTicket':
      return { endpoint: reopenTicket, input: { params, idempotencyKey } };
  }
}
