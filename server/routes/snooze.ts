import type { updateTicket } from '../../src/contract/agent.ts';
import type { Body } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Call } from '../http/route.ts';
import { snoozeTicket } from '../queries/snooze.ts';
import type { StoredTicket } from '../queries/tickets.ts';

const yearMs = 366 * 24 * 3_600_000;

type SnoozeCall = Pick<Call<unknown, Body<typeof updateTicket>>, 'trx' | 'body'>;

/** Puts a request off, or ends that, where a change names it. @throws ValidationError */
export async function snooze({ trx, body }: SnoozeCall, ticket: StoredTicket): Promise<void> {
  const { snoozed_until, status = ticket.status } = body;
  if (snoozed_until === undefined) return;
  const until = snoozed_until === null ? null : new Date(snoozed_until);
  const left = until === null ? undefined : until.getTime() - Date.now();
  if (left !== undefined && (left <= 0 || left > yearMs)) {
    const message = 'Must be later than now, and within a year.';
    throw apiErrors.invalid([{ field: 'snoozed_until', message }]);
  }
  if (until !== null && status === 'resolved') {
    const message = 'A resolved request cannot be snoozed. Change its status first.';
    throw apiErrors.invalid([{ field: 'snoozed_until', message }]);
  }
  await snoozeTicket(trx, ticket.id, until);
}
