import {
  getTicket,
  listMessages,
  type Message,
  markRead,
  rateTicket,
  reopenTicket,
  replyToTicket,
} from '../../src/contract/message.ts';
import type { Ticket, TicketStatus } from '../../src/contract/ticket.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { ticketChanged } from '../events/ticketChanged.ts';
import { ticketRated } from '../events/ticketRated.ts';
import { ticketReplied } from '../events/ticketReplied.ts';
import { type Call, noInput, route } from '../http/route.ts';
import { appendMessage, listVisibleMessages, readUpTo } from '../queries/messages.ts';
import { findTicket, type StoredTicket, setRating } from '../queries/tickets.ts';
import { attach, withFiles } from './files.ts';
import { asMessage, asTicket, asVisibleTicket, readId } from './present.ts';

const pageSize = 50;
/** The largest position that the database can store. */
const maxPosition = 2_147_483_647;

/** A reply to a request in one of these statuses reopens it for the team. */
const reopenedBy: readonly TicketStatus[] = ['pending', 'on_hold', 'resolved'];

export const getTicketRoute = route({ ...noInput, ...getTicket }, async (call) => {
  const { trx, caller, param } = call;
  const id = readId(param('id'));
  const stored = await findTicket(trx, id);
  const ticket = asVisibleTicket(stored, caller.visitorHash);
  const messages = await listVisibleMessages(trx, ticket.id, { limit: pageSize });
  return {
    ticket,
    messages: await withFiles(call, ticket.id, named(messages.map(asMessage), ticket)),
    has_earlier: (messages[0]?.position ?? 1) > 1,
    rating: ticket.colleague === undefined ? ratingOf(stored) : null,
  };
});

/** Adds the visitor's name to their messages if the reader is a colleague. */
function named(messages: readonly Message[], { colleague }: Ticket): Message[] {
  return messages.map((message) =>
    message.author === 'visitor'
      ? { ...message, author_name: message.author_name ?? colleague ?? null }
      : message,
  );
}

/**
 * Returns the rating. After a reopening the visitor is asked again, but the old rating stays in the
 * report.
 */
function ratingOf(stored: Awaited<ReturnType<typeof findTicket>>) {
  const { rating, resolved_at } = stored ?? {};
  return rating && resolved_at && new Date(rating.created_at) >= resolved_at ? rating : null;
}

export const listMessagesRoute = route({ ...noInput, ...listMessages }, async (call) => {
  const { trx, caller, param, query } = call;
  const id = readId(param('id'));
  const ticket = asVisibleTicket(await findTicket(trx, id), caller.visitorHash);
  const position = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const range = { after: position(query.after), before: position(query.before) };
  const found = await listVisibleMessages(trx, ticket.id, { ...range, limit: pageSize + 1 });
  const hasMore = found.length > pageSize;
  const shown = range.after === undefined ? found.slice(-pageSize) : found.slice(0, pageSize);
  const messages = await withFiles(call, ticket.id, named(shown.map(asMessage), ticket));
  return { messages, has_more: hasMore };
});

/**
 * @throws NotFoundError `NOT_FOUND`, AuthorizationError `PERMISSION_DENIED` for a request of a
 * colleague
 */
async function findOwnTicket(
  { trx, caller }: Pick<Call<unknown, unknown>, 'trx' | 'caller'>,
  id: string,
): Promise<StoredTicket> {
  const ticket = await findTicket(trx, id);
  if (ticket === undefined) throw apiErrors.notFound('There is no such ticket. Check the id.');
  if (ticket.visitor_hash === caller.visitorHash) return ticket;
  throw apiErrors.permissionDenied(
    'This is the request of a colleague. You can read it. Only its author can reply, rate or reopen it.',
  );
}

export const replyRoute = route({ ...noInput, ...replyToTicket }, async (call) => {
  const { trx, param } = call;
  const { body, attachments } = call.body;
  const before = await findOwnTicket(call, readId(param('id')));
  const ticketId = before.id;
  const status = reopenedBy.includes(before.status) ? 'open' : before.status;
  const stored = await appendMessage(trx, {
    ticketId,
    author: 'visitor',
    body,
    channel: 'widget',
    ...(status !== before.status && { status }),
  });
  const message = await attach(call, ticketId, asMessage(stored), attachments);
  const { position } = message;
  await ticketReplied(trx, { ticket: { ...before, status }, position, author: 'visitor' });
  return message;
});

export const rateRoute = route({ ...noInput, ...rateTicket }, async (call) => {
  const { trx, param, body } = call;
  const ticket = await findOwnTicket(call, readId(param('id')));
  if (ticket.status !== 'resolved') throw apiErrors.notResolved();
  const comment = body.comment?.trim() || null;
  const rating = { score: body.score, comment, created_at: new Date().toISOString() };
  await setRating(trx, ticket.id, rating);
  await ticketRated(trx, ticket, body.score);
  return { rating };
});

export const reopenRoute = route({ ...noInput, ...reopenTicket }, async (call) => {
  const { trx, param } = call;
  const before = await findOwnTicket(call, readId(param('id')));
  const { id } = before;
  if (before.status !== 'resolved') return asTicket(before);
  await appendMessage(trx, {
    ticketId: id,
    author: 'system',
    body: '',
    channel: 'system',
    change: { status: 'open' },
    status: 'open',
  });
  await readUpTo(trx, id, maxPosition); // whoever reopens it has seen all messages
  const open = await findTicket(trx, id);
  if (open !== undefined) await ticketChanged(trx, { before, ticket: open });
  return asTicket(open);
});

export const markReadRoute = route({ ...noInput, ...markRead }, async (call) => {
  const { trx, param, body } = call;
  const id = readId(param('id'));
  const within = Math.max(0, Math.min(body.position, maxPosition));
  const unread = await readUpTo(trx, id, within);
  return { unread: unread ?? (await findOwnTicket(call, id)).unread };
});
