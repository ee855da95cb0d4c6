import type { Track } from '../../src/analytics/track.ts';
import { trackSent } from '../../src/analytics/trackSent.ts';
import { createOutbox } from '../../src/client/outbox.ts';
import type { EntryStore } from '../../src/client/outboxStore.ts';
import { createOutboxModel, type OutboxModel } from '../../src/core/outbox.model.ts';
import type { OutboxEntry } from '../../src/core/outboxEntry.ts';
import type { LoadApi, Store } from '../../src/core/ports.ts';
import type { VisitorModel } from '../../src/core/visitor.model.ts';

/** Entries in memory, as IndexedDB keeps them; `durable` false is a browser that refuses storage. */
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

/** The real outbox over a fake backend, in one tab. */
export function createTestOutbox(
  api: LoadApi,
  visitor: VisitorModel,
  track: Track,
  device: Store,
  entries = createMemoryEntries(),
): OutboxModel {
  return createOutboxModel({
    open: async (events) =>
      createOutbox(
        {
          store: entries,
          lock: (work) => work(),
          send: async ({ id: idempotencyKey, write }) => {
            const client = await api();
            if (write.endpoint === 'createTicket') {
              return client.createTicket({ body: write.body, idempotencyKey });
            }
            const params = { id: write.ticketId };
            if (write.endpoint === 'replyToTicket') {
              await client.replyToTicket({ params, body: write.body, idempotencyKey });
            } else if (write.endpoint === 'rateTicket') {
              await client.rateTicket({ params, body: write.body, idempotencyKey });
            } else {
              await client.reopenTicket({ params, idempotencyKey });
            }
            return null;
          },
        },
        events,
      ),
    visitor,
    device: device,
    onSent: (entry) => trackSent(entry, track),
  });
}
