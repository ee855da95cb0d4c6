import { accountOf, storageScope } from '../brand.ts';
import { rateArticle } from '../contract/article.ts';
import type { Endpoint } from '../contract/endpoint.ts';
import { rateTicket, reopenTicket, replyToTicket } from '../contract/message.ts';
import { createTicket, type Ticket } from '../contract/ticket.ts';
import { loadChunk } from '../core/chunk.ts';
import { lazy } from '../core/lazy.ts';
import type { OutboxEntry } from '../core/outboxEntry.ts';
import type { Api, LoadArticles, OpenLive, Outbox, OutboxEvents } from '../core/ports.ts';
import { createApi } from './api.ts';
import { createDiagnosis } from './diagnosis.ts';
import { openLive } from './live.ts';
import { createOutbox } from './outbox.ts';
import { createLock } from './outboxLock.ts';
import { createEntryStore } from './outboxStore.ts';
import { type ClientOptions, type RequestInput, request } from './request.ts';
import { createResilience } from './resilience.ts';
import { withRetries } from './retry.ts';

/** Everything that communicates with the backend, with one circuit breaker and one rate limit. */
export interface Client {
  api: Api;
  openOutbox(events: OutboxEvents): Promise<Outbox>;
  openLive: OpenLive;
  openArticles: LoadArticles;
}

export function createClient(options: ClientOptions): Client {
  const account = accountOf(options.apiKey);
  const scope = storageScope(account);
  const destination = { account, baseUrl: options.baseUrl };
  const resilience = createResilience(createDiagnosis(options));

  /** An outbox entry that an unverified visitor wrote is sent without a token. */
  function sender(visitorId: string): ClientOptions {
    const isOwn = visitorId === options.visitorId();
    const identity = isOwn ? (options.identity ?? null) : null;
    return { ...options, identity, visitorId: () => visitorId };
  }

  function lazyFiles({ onFiles }: OutboxEvents) {
    return lazy(async () => {
      const { createFileShelf, openFiles, upload } = await loadChunk(
        () => import('./filesChunk.ts'),
      );
      return openFiles({
        shelf: createFileShelf(scope),
        visitorId: options.visitorId,
        onChange: onFiles,
        send: ({ name, blob, upload: { key, as } }, watch) => {
          const attempt = () => upload({ name, blob, key }, sender(as), watch);
          return withRetries(() => resilience.attempt(attempt), watch.signal);
        },
      });
    });
  }

  const api = createApi(options, resilience);
  return {
    api,
    openArticles: async (locale, onFresh) => {
      const { openArticles } = await loadChunk(() => import('./articles.ts'));
      options.ended?.throwIfAborted();
      return openArticles(api, scope, locale, onFresh);
    },
    openLive: (listener, who) => openLive(options, listener, who),
    async openOutbox(events) {
      if (events.hasOld) {
        const { migrate } = await loadChunk(() => import('./migrate.ts'));
        await migrate(scope, destination);
      }
      const files = lazyFiles(events);
      const name = `${scope}:outbox`;

      async function send(entry: OutboxEntry, signal: AbortSignal): Promise<Ticket | null> {
        const { files: ids = [], visitorId, attempts } = entry;
        const attachments =
          ids.length > 0
            ? await (await files.get()).attachmentsOf(ids, { visitorId, isRepeat: attempts > 1 })
            : undefined;
        const { endpoint, input } = callOf(entry, attachments);
        const call = () => request(endpoint, input, sender(visitorId), signal);
        const reply = await resilience.attempt(call);
        return endpoint === createTicket ? createTicket.reply.parse(reply) : null;
      }

      const outbox = createOutbox(
        {
          name,
          destination,
          store: createEntryStore(name, destination),
          lock: createLock(name),
          send,
        },
        {
          ...events,
          onSent(entry) {
            if (entry.files?.length) void files.get().then((all) => all.remove(entry.files ?? []));
            events.onSent(entry);
          },
        },
      );
      const stopListening = resilience.onRecovered(outbox.flush);
      return {
        ...outbox,
        files: files.get,
        async adopt(owner, heir) {
          await outbox.adopt(owner, heir);
          await (await files.get()).adopt(owner, heir.owner);
        },
        async wipe(owner) {
          await outbox.wipe(owner);
          await (await files.get()).wipe(owner);
        },
        destroy() {
          stopListening();
          outbox.destroy();
          void files.peek()?.then((all) => all.destroy());
        },
      };
    },
  };
}

/** Returns the request for an outbox entry. */
function callOf(
  { id: idempotencyKey, write }: OutboxEntry,
  attachments: readonly string[] | undefined,
): { endpoint: Endpoint; input: RequestInput } {
  if (write.endpoint === 'createTicket') {
    const body = { ...write.body, attachments };
    return { endpoint: createTicket, input: { body, idempotencyKey } };
  }
  if (write.endpoint === 'rateArticle') {
    const params = { slug: write.slug };
    return { endpoint: rateArticle, input: { params, body: write.body, idempotencyKey } };
  }
  const params = { id: write.ticketId };
  switch (write.endpoint) {
    case 'replyToTicket': {
      const body = { ...write.body, attachments };
      return { endpoint: replyToTicket, input: { params, body, idempotencyKey } };
    }
    case 'rateTicket':
      return { endpoint: rateTicket, input: { params, body: write.body, idempotencyKey } };
    case 'reopenTicket':
      return { endpoint: reopenTicket, input: { params, idempotencyKey } };
  }
}
