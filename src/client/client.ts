import { createTicket } from '../contract/ticket.ts';
import type { OutboxEntry } from '../core/outboxEntry.ts';
import type { Api, Outbox, OutboxEvents } from '../core/ports.ts';
import { createApi } from './api.ts';
import { createOutbox } from './outbox.ts';
import { createLock } from './outboxLock.ts';
import { createEntryStore } from './outboxStore.ts';
import { type ClientOptions, request } from './request.ts';
import { createResilience } from './resilience.ts';

/** Everything that talks to the backend, with one breaker and one limit. */
export interface Client {
  api: Api;
  openOutbox(events: OutboxEvents): Outbox;
}

export function createClient(options: ClientOptions): Client {
  const resilience = createResilience();

  async function send({ id, visitorId, write }: OutboxEntry, signal: AbortSignal) {
    const from = { ...options, visitorId: () => visitorId };
    const input = { body: write.body, idempotencyKey: id };
    const reply = await resilience.attempt(
      () => request(createTicket, input, from, signal),
      signal,
    );
    return createTicket.reply.parse(reply);
  }

  return {
    api: createApi(options, resilience),
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
