import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { queueForDesk } from '../queries/helpDesks.ts';
import { notifyLive } from '../queries/live.ts';

export interface Note {
  ticketId: string;
  position: number;
  author: 'agent' | 'system';
}

/** Applies the effects of a new internal note: shows it to agents, here and in the help desk. */
export async function noteAdded(
  trx: Transaction<Schema>,
  { ticketId, position, author }: Note,
): Promise<void> {
  const event = { type: 'message', ticket_id: ticketId, position, author } as const;
  await notifyLive(trx, ticketId, event, { agentsOnly: true });
  await queueForDesk(trx, ticketId);
}
