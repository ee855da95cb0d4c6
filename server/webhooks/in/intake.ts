import type { Kysely } from 'kysely';
import type { KeyMode } from '../../../src/contract/role.ts';
import type { InboundEvent } from '../../ask/inbound.ts';
import type { StoredMailFiles } from '../../attachments/mailFiles.ts';
import { storable } from '../../base/storable.ts';
import type { SecretPlace } from '../../connections/credentials.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { queueForReading } from '../../queries/externalTickets.ts';
import { insertReceivedEvents } from '../../queries/receivedEvents.ts';
import { queueJobs } from '../../queue/jobs.ts';

/** An event. The files of its mail are already stored. */
export interface IntakeEvent extends InboundEvent {
  storedFiles?: StoredMailFiles;
}

interface Waiting {
  events: readonly IntakeEvent[];
  resolve(added: number): void;
  reject(error: unknown): void;
}

/** Maximum number of requests whose events are stored in one transaction. */
const maxPerBatch = 100;

/** The integration that receives events. */
export interface Receiver extends SecretPlace {
  mode: KeyMode;
}

/** Stores events. Resolves to the number of new ones when they are committed. */
export type Intake = (place: Receiver, events: readonly IntakeEvent[]) => Promise<number>;

/**
 * Creates an intake. Events that arrive for an integration during a transaction are stored together
 * in the next one. So a burst needs few transactions, and a single event does not wait.
 */
export function createIntake(db: Kysely<Schema>): Intake {
  const queues = new Map<string, Waiting[]>();

  function store({ tenantId, integrationId, mode }: Receiver, batch: readonly Waiting[]) {
    const events = batch.flatMap((one) => one.events);
    return inScope(db, { actor: 'worker', tenantId }, async (trx) => {
      const added = await insertReceivedEvents(trx, integrationId, events);
      const fresh = new Set(added);
      const changed = events.flatMap(({ id, ticket }) => (added.has(id) ? (ticket ?? []) : []));
      await queueForReading(trx, integrationId, [...new Set(changed)]);
      for (const { id, received, storedFiles } of events) {
        // Only the job contains the text of a mail. It is deleted when the mail is in the
        // conversation.
        if (received === undefined || !fresh.delete(id)) continue;
        const { files: _, ...mail } = received;
        const payload = {
          mail: JSON.stringify(mail, (_key, value: unknown) =>
            typeof value === 'string' ? storable(value) : value,
          ),
          mode,
          ...(storedFiles !== undefined && { files: JSON.stringify(storedFiles) }),
        };
        await queueJobs(trx, [{ type: 'receive_mail', payload }]);
      }
      return added;
    });
  }

  async function settle(place: Receiver, batch: readonly Waiting[]): Promise<void> {
    try {
      const added = await store(place, batch);
      for (const { events, resolve } of batch) {
        // Counts duplicates within one batch once.
        resolve(events.filter(({ id }) => added.delete(id)).length);
      }
    } catch (error) {
      if (batch.length === 1) for (const { reject } of batch) reject(error);
      // An event that the database cannot store must not affect the others.
      else for (const one of batch) await settle(place, [one]);
    }
  }

  async function work(place: Receiver, queue: Waiting[]): Promise<void> {
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
