import { computed } from '@preact/signals-core';
import type { Track } from '../../src/analytics/track.ts';
import { trackSent } from '../../src/analytics/trackSent.ts';
import type { FileShelf, StoredFile } from '../../src/client/fileShelf.ts';
import { openFiles } from '../../src/client/files.ts';
import { createOutbox } from '../../src/client/outbox.ts';
import type { EntryStore } from '../../src/client/outboxStore.ts';
import { lazy } from '../../src/core/lazy.ts';
import { createOutboxModel, type OutboxModel } from '../../src/core/outbox.model.ts';
import type { OutboxEntry } from '../../src/core/outboxEntry.ts';
import type { LoadApi, Store } from '../../src/core/ports.ts';
import type { VisitorModel } from '../../src/core/visitor.model.ts';

/** The destination of test entries. */
export const destination = { account: 'pk_test_demo', baseUrl: 'https://api.example.com/v1/' };

/**
 * Entries in memory, like those in IndexedDB. `durable` false represents a browser that blocks
 * storage.
 */
export function createMemoryEntries(durable = true): EntryStore {
  const entries = new Map<string, OutboxEntry>();
  const remove = async (ids: readonly string[]) => {
    for (const id of ids) entries.delete(id);
  };
  return {
    all: async () => [...entries.values()],
    async put(entry) {
      entries.set(entry.id, entry);
      return durable;
    },
    remove,
    forget: async () => {},
    close() {},
  };
}

/** Files in memory, like those in IndexedDB. */
export function createMemoryShelf(): FileShelf {
  const files = new Map<string, StoredFile>();
  return {
    all: async () => [...files.values()],
    get: async (id) => files.get(id),
    async put(file) {
      files.set(file.id, file);
    },
    async remove(ids) {
      for (const id of ids) files.delete(id);
    },
    close() {},
  };
}

/**
 * The real outbox over a fake backend, in one tab. Every file gets the id `attachment-of-<name>`.
 */
export function createTestOutbox(
  api: LoadApi,
  visitor: VisitorModel,
  track: Track,
  device: Store,
  entries = createMemoryEntries(),
): OutboxModel {
  return createOutboxModel({
    async open(events) {
      const files = lazy(() =>
        openFiles({
          shelf: createMemoryShelf(),
          visitorId: visitor.id,
          send: async ({ name }) => `attachment-of-${name}`,
          onChange: events.onFiles,
        }),
      );
      const outbox = createOutbox(
        {
          name: 'outbox',
          destination,
          store: entries,
          lock: (work) => work(),
          send: async ({ id: idempotencyKey, write, files: ids = [], visitorId }) => {
            const client = await api();
            const sender = { visitorId, isRepeat: false };
            const attachments = await (await files.get()).attachmentsOf(ids, sender);
            const attached = attachments.length > 0 ? { attachments } : {};
            if (write.endpoint === 'createTicket') {
              return client.createTicket({ body: { ...write.body, ...attached }, idempotencyKey });
            }
            if (write.endpoint === 'rateArticle') {
              const params = { slug: write.slug };
              await client.rateArticle({ params, body: write.body, idempotencyKey });
              return null;
            }
            const params = { id: write.ticketId };
            if (write.endpoint === 'replyToTicket') {
              const body = { ...write.body, ...attached };
              await client.replyToTicket({ params, body, idempotencyKey });
            } else if (write.endpoint === 'rateTicket') {
              await client.rateTicket({ params, body: write.body, idempotencyKey });
            } else {
              await client.reopenTicket({ params, idempotencyKey });
            }
            return null;
          },
        },
        events,
      );
      return { ...outbox, files: files.get };
    },
    visitor,
    device,
    tenantConfig: { remote: computed(() => undefined) },
    onSent: (entry) => trackSent(entry, track),
  });
}
