import type { updateTicket } from '../../src/contract/agent.ts';
import type { Body } from '../../src/contract/endpoint.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Call } from '../http/route.ts';
import { snoozeTicket } from '../queries/snooze.ts';

const yearMs = 366 * 24 * 3_600_000;

type SnoozeCall = Pick<Call<unknown, Body<typeof updateTicket>>, 'trx' | 'body'>;

/**
 * Snoozes a request or ends its snooze, if the change sets `snoozed_until`. Call it after the
 * change of the status.
 *
 * @throws ValidationError
 */
export async function snooze({ trx, body }: SnoozeCall, ticketId: string): Promise<void> {
  const { snoozed_until } = body;
  if (snoozed_until === undefined) return;
  const until = snoozed_until === null ? null : new Date(snoozed_until);
  const left = until === null ? undefined : until.getTime() - Date.now();
  if (left !== undefined && (left <= 0 || left > yearMs)) {
    const message = 'Must be later than now, and within a year.';
    throw apiErrors.invalid([{ field: 'snoozed_until', message }]);
  }
  if (!(await snoozeTicket(trx, ticketId, until))) {
    const message = 'A resolved request cannot be snoozed. Reopen it first.';
    throw apiErrors.invalid([{ field: 'snoozed_until', message }]);
  }
}
