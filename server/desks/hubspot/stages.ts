import * as z from 'zod/mini';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import { readItems } from '../../ask/readItems.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import type { HubspotClient } from './request.ts';

const Stage = z.object({
  id: z.string(),
  displayOrder: z.number(),
  metadata: z.object({ ticketState: z.optional(z.string()) }),
});
type Stage = z.infer<typeof Stage>;
const Pipeline = z.object({ id: z.string(), displayOrder: z.number(), stages: z.array(Stage) });
export type Pipeline = z.infer<typeof Pipeline>;
const Pipelines = z.object({ results: z.array(z.unknown()) });

/** The stages that every account has at first. Their ids stay if they are renamed. */
const initialStages = { new: '1', waitingForContact: '2', waitingForUs: '3' };
const initialIds = Object.values(initialStages);
const theirStage: Record<Exclude<TicketStatus, 'resolved'>, string> = {
  new: initialStages.new,
  open: initialStages.waitingForUs,
  pending: initialStages.waitingForContact,
  on_hold: initialStages.waitingForContact,
};

/** Pipelines of tickets: https://developers.hubspot.com/docs/api-reference/crm-pipelines-v3/guide */
export async function listPipelines({ send }: HubspotClient): Promise<Pipeline[]> {
  const { results } = await send('crm/v3/pipelines/tickets', { expects: Pipelines });
  return inOrder(readItems(results, Pipeline, 'pipeline').read).map((pipeline) => ({
    ...pipeline,
    stages: inOrder(pipeline.stages),
  }));
}

const inOrder = <T extends { displayOrder: number }>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => a.displayOrder - b.displayOrder);
const isClosed = ({ metadata }: Stage) => metadata.ticketState === 'CLOSED';
const isOpen = (stage: Stage) => !isClosed(stage);
const isWaiting = ({ id }: Stage) => id === initialStages.waitingForContact;

/** Returns where new tickets begin. @throws IntegrationError if the pipeline does not exist */
export function startOf(pipelines: readonly Pipeline[], pipelineId: string | undefined) {
  const pipeline =
    pipelineId === undefined ? pipelines[0] : pipelines.find(({ id }) => id === pipelineId);
  const stage = pipeline?.stages.find(isOpen);
  if (pipeline === undefined || stage === undefined) {
    const sentence = 'The pipeline does not exist, or has no open status.';
    throw new IntegrationError('configuration_error', sentence);
  }
  return { hs_pipeline: pipeline.id, hs_pipeline_stage: stage.id };
}

function place(pipelines: readonly Pipeline[], stageId: string | null) {
  for (const { stages } of pipelines) {
    const current = stages.find(({ id }) => id === stageId);
    if (current !== undefined) return { stages, current };
  }
  return undefined;
}

/**
 * Returns the stage that a ticket needs for our status, or undefined if it has a matching one. The
 * team's own stages stay, unless the ticket is closed or opened again.
 */
export function stageFor(
  pipelines: readonly Pipeline[],
  stageId: string | null,
  status: TicketStatus,
): string | undefined {
  const found = place(pipelines, stageId);
  if (found === undefined) return undefined;
  const { stages, current } = found;
  if (status === 'resolved') return isClosed(current) ? undefined : stages.find(isClosed)?.id;
  const matching = stages.find((stage) => stage.id === theirStage[status] && isOpen(stage));
  const next = matching ?? stages.find(isOpen);
  if (isClosed(current)) return next?.id;
  const isInitial = initialIds.includes(current.id) && matching !== undefined && status !== 'new';
  return isInitial && matching.id !== current.id ? matching.id : undefined;
}

/** Returns our status for a stage. `agreed`: the status that both sides had last. */
export function ownStatus(
  pipelines: readonly Pipeline[],
  stageId: string | null,
  agreed: TicketStatus | null,
): TicketStatus {
  const found = place(pipelines, stageId);
  if (found === undefined) return agreed ?? 'open';
  const { stages, current } = found;
  if (isClosed(current)) return 'resolved';
  const isFirst = stages.find(isOpen)?.id === current.id;
  if (isFirst && (agreed === null || agreed === 'new')) return 'new';
  const isMovedBack = current.id === initialStages.new && stages.some(isWaiting);
  if (isMovedBack || current.id === initialStages.waitingForUs) return 'open';
  if (isWaiting(current)) {
    return agreed === 'on_hold' ? agreed : 'pending';
  }
  const isUndecided = agreed === null || agreed === 'new' || agreed === 'resolved';
  return isUndecided ? 'open' : agreed;
}
