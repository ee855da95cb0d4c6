import { randomUUID } from 'node:crypto';
import { DeskRejection, type DeskTicket } from '../../ask/desk.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import {
  listKnown,
  listUnsent,
  markRejected,
  markSent,
  markTried,
} from '../../queries/externalMessages.ts';
import { changeExternal, type ExternalTicket } from '../../queries/externalTickets.ts';
import { queueJobs } from '../../queue/jobs.ts';
import type { DeskConversation } from './conversation.ts';
import { addDeskNote } from './deskProblem.ts';
import type { DeskTools } from './deskTools.ts';
import { outgoingMessage, outgoingTicket, type Waiting, withStoredFiles } from './outgoing.ts';

/** The delay until a new ticket is read, for replies that arrived before it was stored here. */
const firstReadingSeconds = 60;

/** Returns the ticket in the help desk, or undefined if it was not created yet. */
export function ticketOf({ external_id, number, url, customer_id }: ExternalTicket) {
  if (external_id === null) return undefined;
  return { id: external_id, number: number ?? '', url: url ?? '', customerId: customer_id };
}

const columnsOf = ({ id, number, url, customerId }: DeskTicket) => ({
  external_id: id,
  number,
  url,
  customer_id: customerId,
});

/**
 * Sends what the help desk does not have: the request itself, its messages and notes in their order,
 * and its status. Each result is stored at once, so that a retry continues where this attempt ends.
 */
export async function sendToDesk(tools: DeskTools, conversation: DeskConversation): Promise<void> {
  const { store, ticket, external, job } = conversation;
  const retried = job.payload.messageId;
  const waiting = await store(async (trx) => {
    const unsent = await listUnsent(trx, ticket.id, retried);
    return Promise.all(unsent.map((message) => withStoredFiles(trx, ticket.id, message)));
  });
  let target = ticketOf(external);
  let agreed = external.status;
  for (const message of waiting) {
    const content = await outgoingMessage(tools.attachments, message);
    const place = { messageId: message.id, ticketId: external.ticket_id };
    if (target === undefined) {
      target = await create(conversation, { place, message, content });
      agreed = 'new';
      continue;
    }
    const sent = await reply(conversation, target, { place, message, content });
    if (sent === undefined) continue;
    target = sent.movedTo ?? target;
    if (sent.movedTo !== undefined) agreed = 'new';
    else if (!message.internal && ticket.status !== 'new') agreed = ticket.status;
  }
  if (target !== undefined && agreed !== ticket.status) {
    await conversation.desk().setStatus(target, ticket.status);
    agreed = ticket.status;
  }
  await store((trx) => changeExternal(trx, external.ticket_id, { status: agreed, problem: null }));
}

interface Sent {
  place: { messageId: string; ticketId: string };
  message: Waiting;
  content: Awaited<ReturnType<typeof outgoingMessage>>;
}

async function create(
  { store, ticket, tenant, external, desk }: DeskConversation,
  { place, content }: Sent,
): Promise<DeskTicket> {
  const { ticketId } = place;
  const isRepeated = external.tried_at !== null;
  await store((trx) => changeExternal(trx, ticketId, { tried_at: new Date() }));
  const outgoing = outgoingTicket({ ...ticket, id: ticketId }, tenant, content);
  const made = await desk().create(outgoing, isRepeated);
  await store(async (trx) => {
    await changeExternal(trx, ticketId, { ...columnsOf(made.ticket), status: 'new' });
    await markSent(trx, place, made.messageId);
    const { factsId } = made;
    if (factsId) await markSent(trx, { messageId: randomUUID(), ticketId }, factsId);
    const payload = { ticketId };
    await queueJobs(trx, [{ type: 'desk_receive', payload, delaySeconds: firstReadingSeconds }]);
  });
  return made.ticket;
}

/** Returns undefined if the help desk does not accept the message. The next ones are still sent. */
async function reply(
  { store, ticket, external, desk, job, integration }: DeskConversation,
  target: DeskTicket,
  { place, message, content }: Sent,
) {
  await store((trx) => markTried(trx, place));
  const known = message.was_tried
    ? await store((trx) => listKnown(trx, place.ticketId))
    : undefined;
  try {
    const sent = await desk().reply(target, content, {
      ownId: external.ticket_id,
      subject: ticket.subject,
      status: ticket.status,
      isRepeated: message.was_tried,
      isKnown: (id) => known?.externalIds.has(id) ?? false,
    });
    const { messageId, movedTo } = sent;
    await store(async (trx) => {
      await markSent(trx, place, messageId);
      if (movedTo !== undefined) await changeExternal(trx, place.ticketId, columnsOf(movedTo));
    });
    return sent;
  } catch (error) {
    if (error instanceof IntegrationError || !(error instanceof DeskRejection)) throw error;
    if (job.payload.messageId === message.id) throw error;
    const time = message.created_at.toISOString().slice(0, 16).replace('T', ' ');
    const sentence = `${integration.name} does not accept the message of ${time} UTC. Copy it there, or correct the cause and retry the job.`;
    await store(async (trx) => {
      await markRejected(trx, place);
      await addDeskNote(trx, ticket.id, `${sentence}\n\n> ${error.reason}`);
      // The job fails for good, unless the message is accepted now, and can be retried by the team.
      const payload = { ticketId: ticket.id, messageId: message.id };
      await queueJobs(trx, [{ type: 'desk_send', payload }]);
    });
    return undefined;
  }
}
