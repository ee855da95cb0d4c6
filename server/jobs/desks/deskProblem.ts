import { type Kysely, sql } from 'kysely';
import { DeskRejection, DeskSetupError, DeskTicketGone } from '../../ask/desk.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import type { Schema } from '../../db/schema.ts';
import { inScope } from '../../db/scope.ts';
import { changeExternal } from '../../queries/externalTickets.ts';
import { changeIntegration } from '../../queries/integrations.ts';
import { notifyLive } from '../../queries/live.ts';
import { appendMessage } from '../../queries/messages.ts';
import type { ClaimedJob } from '../../queue/jobs.ts';
import { PermanentFailure } from '../../queue/worker.ts';

/** The reason why a job of a help desk failed permanently. `sentence` contains no data of a customer. */
class DeskProblem extends Error {
  override readonly name = 'DeskProblem';
  readonly sentence: string;

  constructor(sentence: string) {
    super(sentence);
    this.sentence = sentence;
  }
}

/** After this number of attempts, about a minute, the team is notified of a failure that may pass. */
const attemptsUntilNote = 5;

export interface FailedConversation {
  job: ClaimedJob;
  /** The request that lives in the help desk, and the conversation in which its messages are. */
  externalId: string;
  ticketId: string;
  integrationId: string;
  /** The name of the help desk. */
  name: string;
  /** The stored problem. */
  problem: string | null;
}

interface Explained {
  sentence: string;
  /** The reason of the help desk, for the note of the team. */
  reason?: string;
  isFinal: boolean;
}

/** Returns what went wrong, with the next step. */
function explain(error: unknown, name: string): Explained | undefined {
  if (error instanceof DeskTicketGone) {
    const sentence = `The ticket was deleted in ${name}. Answer the request here. Or restore the ticket in ${name}, and retry the job.`;
    return { sentence, isFinal: true };
  }
  if (error instanceof DeskRejection) {
    const sentence = `${name} does not accept the request. Correct the cause, and retry the job. Until then, answer it here.`;
    return { sentence, reason: error.reason, isFinal: true };
  }
  if (error instanceof DeskSetupError) return { sentence: error.sentence, isFinal: true };
  if (!(error instanceof IntegrationError)) return undefined;
  if (error.retryable) {
    const sentence = `${name} cannot be reached or does not respond. The job is retried for half a day; after that, you can retry it. Until then, answer the request here.`;
    return { sentence, isFinal: false };
  }
  const next: Record<string, string> = {
    authentication_error: `${name} rejects our credentials. Enter new ones for the integration. Waiting requests are then sent.`,
    authorization_error: `${name} does not allow access to the ticket. Give the agent of the credentials access to all tickets, and enter the credentials again. Waiting requests are then sent.`,
  };
  const other = `${name} does not know the address or a setting. Check the credentials of the integration and enter them again. Waiting requests are then sent.`;
  return { sentence: next[error.type] ?? other, isFinal: true };
}

/**
 * Stores why a request could not be sent or read, and adds one internal note for the team. Returns
 * the error for the queue: a final one if a retry is pointless.
 */
export async function reportProblem(
  db: Kysely<Schema>,
  failed: FailedConversation,
  error: unknown,
): Promise<unknown> {
  const { job, externalId, integrationId, name, problem } = failed;
  const explained = explain(error, name);
  if (explained === undefined) return error;
  const { sentence, reason, isFinal } = explained;
  const isNew = problem !== sentence && (isFinal || job.attempts >= attemptsUntilNote);
  if (isNew) {
    await inScope(db, { actor: 'worker', tenantId: job.tenantId }, async (trx) => {
      await changeExternal(trx, externalId, { problem: sentence });
      await addDeskNote(trx, failed.ticketId, reason ? `${sentence}\n\n> ${reason}` : sentence);
      // The next check shows the state of the integration, and raises the alert.
      const isOurs = error instanceof IntegrationError && isFinal;
      if (isOurs) await changeIntegration(trx, integrationId, { next_check_at: sql<Date>`now()` });
    });
  }
  return isFinal ? new PermanentFailure(new DeskProblem(sentence)) : error;
}

/** Adds an internal note about the help desk, which is not sent there. */
export async function addDeskNote(
  trx: Parameters<typeof appendMessage>[0],
  ticketId: string,
  body: string,
): Promise<void> {
  const note = await appendMessage(trx, {
    ticketId,
    author: 'system',
    internal: true,
    messageType: 'help_desk',
    channel: 'system',
    body,
  });
  if (note === undefined) return;
  const event = { type: 'message', ticket_id: ticketId, position: note.position } as const;
  await notifyLive(trx, ticketId, { ...event, author: 'system' }, { agentsOnly: true });
}
