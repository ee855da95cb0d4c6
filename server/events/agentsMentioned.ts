import type { Transaction } from 'kysely';
import { mentionedIn } from '../base/mentions.ts';
import type { Schema } from '../db/schema.ts';
import { listAgents } from '../queries/agents.ts';
import type { StoredMessage } from '../queries/messages.ts';
import { queueJobs } from '../queue/jobs.ts';

/**
 * Applies the effects of an internal note that mentions agents: adds it to their lists, and mails
 * them.
 */
export async function agentsMentioned(
  trx: Transaction<Schema>,
  { id: messageId, ticket_id: ticketId, position, body }: StoredMessage,
  authorId: string | undefined,
): Promise<void> {
  if (!body.includes('@')) return;
  const named = mentionedIn(body, await listAgents(trx)).filter(({ id }) => id !== authorId);
  if (named.length === 0) return;
  await trx
    .insertInto('mentions')
    .values(named.map(({ id }) => ({ agent_id: id, ticket_id: ticketId, position })))
    .execute();
  await queueJobs(
    trx,
    named.map(({ id: agentId }) => ({
      type: 'mention_mail',
      payload: { ticketId, messageId, agentId },
    })),
  );
}
