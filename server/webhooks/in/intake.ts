import type { Kysely } from 'kysely';
import type { InboundEvent } from '../../ask/inbound.ts';
import type { KeptFiles } from '../../attachments/mailFiles.ts';
import type { SecretPlace } from '../../connections/credentials.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { storable } from '../../mail/in/mailText.ts';
import { keepReceived } from '../../queries/receivedEvents.ts';
import { queueJobs } from '../../queue/jobs.ts';

/** An event; the files of its mail are stored already. */
export interface KeptEvent extends InboundEvent {
  kept?: KeptFiles;
}

interface Waiting {
  events: readonly KeptEvent[];
  resolve(added: number): void;
  reject(error: unknown): void;
}

/** Requests that are kept at once. */
const maxPerBatch = 100;

/** Stores events; resolves with the number of new ones, once they are safe. */
export type Intake = (place: SecretPlace, events: readonly KeptEvent[]) => Promise<number>;

/**
 * Events that arrive for an integration during a transaction go into the next one together: a burst
 * costs few transactions, and a single event does not wait.
 */
export function createIntake(db: Kysely<Schema>): Intake {
  const queues = new Map<string, Waiting[]>();

  function keep({ tenantId, integrationId }: SecretPlace, batch: readonly Waiting[]) {
    const events = batch.flatMap((one) => one.events);
    return inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      const added = await keepReceived(trx, integrationId, events);
      const fresh = new Set(added);
      for (const { id, received, kept } of events) {
        // The text of a mail is only in the job, which ends when it is in the conversation.
        if (received === undefined || !fresh.delete(id)) continue;
        const { files: _, ...mail } = received;
        const payload = {
          mail: JSON.stringify(mail, (_key, value: unknown) =>
            typeof value === 'string' ? storable(value) : value,
          ),
          ...(kept !== undefined && { files: JSON.stringify(kept) }),
        };
        await queueJobs(trx, [{ type: 'receive_mail', payload }]);
      }
      return added;
    });
  }

  async function settle(place: SecretPlace, batch: readonly Waiting[]): Promise<void> {
    try {
      const added = await keep(place, batch);
      for (const { events, resolve } of batch) {
        // Counts duplicates in one batch once.
        resolve(events.filter(({ id }) => added.delete(id)).length);
      }
    } catch (error) {
      if (batch.length === 1) for (const { reject } of batch) reject(error);
      // An event that the database cannot store must not affect the others.
      else for (const one of batch) await settle(place, [one]);
    }
  }

  async function work(place: SecretPlace, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) await settle(place, queue.splice(0, maxPerBatch));
    queues.delete(place.integrationId);
  }

  return (place, events) =>
    new Promise((resolve, reject) => {
      const one = { events, resolve, reject };
      const queue = queues.get(place.integrationId);
      if (queue !== undefined) {
        queue.push(one);
        return;
      }
      const started = [one];
      queues.set(place.integrationId, started);
      void work(place, started);
    });
}
