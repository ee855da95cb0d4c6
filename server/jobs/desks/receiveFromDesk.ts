import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { TicketStatus } from '../../../src/contract/ticket.ts';
import type { IncomingMessage } from '../../ask/desk.ts';
import type { UnreadableItem } from '../../ask/readItems.ts';
import type { Schema } from '../../db/schema.ts';
import { ticketChanged } from '../../events/ticketChanged.ts';
import { listKnown, listUnsent, markSent } from '../../queries/externalMessages.ts';
import { changeExternal } from '../../queries/externalTickets.ts';
import { appendMessage } from '../../queries/messages.ts';
import { findTicket } from '../../queries/tickets.ts';
import type { DeskConversation } from './conversation.ts';
import { addDeskNote } from './deskProblem.ts';
import type { DeskTools } from './deskTools.ts';
import { importMessage } from './importMessage.ts';
import { sendToDesk, ticketOf } from './sendToDesk.ts';

const isUuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Reads the ticket in the help desk, and adds what is new to the conversation: replies, notes, files
 * and the status. A webhook only says that something changed, so a repeated or lost one does no
 * harm.
 */
export async function receiveFromDesk(
  tools: DeskTools,
  conversation: DeskConversation,
): Promise<void> {
  const { store, external, desk } = conversation;
  const target = ticketOf(external);
  if (target === undefined) return; // it is still to be created
  if (!desk().marksMessages && (await isUncertain(conversation))) {
    await sendToDesk(tools, conversation);
  }
  const known = await store((trx) => listKnown(trx, external.ticket_id));
  const isKnown = (id: string) => known.externalIds.has(id);
  const read = await desk().read(target, external.status, isKnown);
  const { status, messages, unreadable } = read;
  for (const message of messages) {
    if (isKnown(message.id)) continue;
    known.externalIds.add(message.id);
    // Some help desks create messages with our ids.
    const ownId = known.messageIds.has(message.id) ? message.id : message.ownId;
    if (ownId === undefined) await importMessage(tools, conversation, message);
    else await recordOwn(conversation, message, ownId);
  }
  await reportUnreadable(conversation, unreadable, known.externalIds);
  await store(async (trx) => {
    await applyStatus(trx, conversation, status);
    await changeExternal(trx, external.ticket_id, { status, problem: null });
  });
}

/** Returns whether a message may have been sent without a response. */
function isUncertain({ store, ticket }: DeskConversation): Promise<boolean> {
  return store(async (trx) =>
    (await listUnsent(trx, ticket.id, undefined)).some(({ was_tried }) => was_tried),
  );
}

/** Stores the id of a message that we sent without receiving the response. */
async function recordOwn(
  { store, external }: DeskConversation,
  { id }: IncomingMessage,
  messageId: string,
): Promise<void> {
  if (!isUuid.test(messageId)) return;
  const place = { messageId, ticketId: external.ticket_id };
  await store((trx) => markSent(trx, place, id));
}

/** Names the messages of an unknown form in an internal note, each one once. */
async function reportUnreadable(
  { store, external, integration, ticket }: DeskConversation,
  unreadable: readonly UnreadableItem[],
  known: ReadonlySet<string>,
): Promise<void> {
  // Its own id stays unknown, so that it is imported as soon as it can be read.
  const keyOf = ({ key }: UnreadableItem) => `unreadable ${key}`;
  const fresh = unreadable.filter((item) => !known.has(keyOf(item)));
  if (fresh.length === 0) return;
  const lines = fresh.map(({ name, fields }) => `- ${name} (unknown form: ${fields.join(', ')})`);
  const sentence = `Not taken from ${integration.name}. Read it there:`;
  await store(async (trx) => {
    await addDeskNote(trx, ticket.id, `${sentence}\n${lines.slice(0, 20).join('\n')}`);
    for (const item of fresh) {
      await markSent(trx, { messageId: randomUUID(), ticketId: external.ticket_id }, keyOf(item));
    }
  });
}

/**
 * Takes a status that was changed in the help desk. A message of the customer that is still to be
 * sent reopens the ticket there, so it stays open here.
 */
async function applyStatus(
  trx: Transaction<Schema>,
  { ticket: { id: ticketId }, external }: DeskConversation,
  status: TicketStatus,
): Promise<void> {
  if (status === external.status) return;
  const before = await findTicket(trx, ticketId);
  if (before === undefined || before.status === status) return;
  const unsent = await listUnsent(trx, ticketId, undefined);
  if (unsent.some(({ author }) => author === 'visitor')) return;
  const entry = { ticketId, author: 'system', body: '', channel: 'system' } as const;
  await appendMessage(trx, { ...entry, change: { status }, status });
  const ticket = await findTicket(trx, ticketId);
  if (ticket === undefined) return;
  // The help desk has this status already.
  await changeExternal(trx, external.ticket_id, { status });
  await ticketChanged(trx, { before, ticket });
}
