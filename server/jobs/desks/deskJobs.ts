import { inScope } from '../../db/scope.ts';
import { queueForReading } from '../../queries/externalTickets.ts';
import { findCheckedAt, setCheckedAt } from '../../queries/helpDesks.ts';
import { findStoredIntegration } from '../../queries/integrations.ts';
import type { ClaimedJob } from '../../queue/jobs.ts';
import type { JobHandler } from '../../queue/worker.ts';
import { type DeskConversation, withConversation } from './conversation.ts';
import { reportProblem } from './deskProblem.ts';
import { type DeskTools, deskOf } from './deskTools.ts';
import { receiveFromDesk } from './receiveFromDesk.ts';
import { sendToDesk } from './sendToDesk.ts';

/** The time for which changes are requested twice, because help desks list them with a delay. */
const overlapMs = 15 * 60_000;

/** Returns the jobs that keep requests and their tickets in the team's help desk in sync. */
export function deskJobs(
  tools: DeskTools,
): Record<'desk_send' | 'desk_receive' | 'desk_catch_up', JobHandler> {
  const { db } = tools;

  const withReport =
    (work: (tools: DeskTools, conversation: DeskConversation) => Promise<void>): JobHandler =>
    (job) =>
      withConversation(tools, job, async (conversation) => {
        const { ticket, external, integration } = conversation;
        try {
          await work(tools, conversation);
        } catch (error) {
          const failed = {
            job,
            externalId: external.ticket_id,
            ticketId: ticket.id,
            integrationId: integration.id,
            name: integration.name,
            problem: external.problem,
          };
          throw await reportProblem(db, failed, error);
        }
      });

  async function catchUp({ tenantId, payload }: ClaimedJob): Promise<void> {
    const { integrationId = '' } = payload;
    const scope = { actor: 'worker', tenantId } as const;
    const { integration, since } = await inScope(db, scope, async (trx) => ({
      integration: await findStoredIntegration(trx, integrationId),
      since: await findCheckedAt(trx, integrationId),
    }));
    if (integration === undefined || since === undefined) return;
    const desk = await deskOf(tools, tenantId, integration);
    const startedAt = new Date();
    const ids = await desk?.().changedSince(new Date(since.getTime() - overlapMs));
    await inScope(db, scope, async (trx) => {
      await queueForReading(trx, integrationId, [...new Set(ids)]);
      await setCheckedAt(trx, integrationId, startedAt);
    });
  }

  return {
    desk_send: withReport(sendToDesk),
    desk_receive: withReport(receiveFromDesk),
    desk_catch_up: catchUp,
  };
}
