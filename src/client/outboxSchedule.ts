import type { EntryError, EntryState, OutboxEntry, StoredEntry } from '../core/outboxEntry.ts';
import {
  ConflictError,
  ContractError,
  type PenguinMailsError,
  ValidationError,
} from '../errors.ts';
import { retryAfterOf, waitBefore } from './retry.ts';

/** Maximum delay between attempts, unless the backend asks for a longer one. */
const maxRetryDelayMs = 5 * 60_000;
/**
 * Number of attempts with an unexpected response (a page of a proxy, an unknown conflict) before
 * the person must decide.
 */
const maxContractAttempts = 4;
/**
 * Backends remember an Idempotency-Key for 24 hours. A later attempt could create a second ticket.
 */
const idempotencyKeyLifeMs = 23 * 3_600_000;

/**
 * Returns the milliseconds until the next automatic attempt: the delay that the backend asked for,
 * otherwise 2 to 10 s with jitter for the first three attempts, then doubling up to 5 minutes.
 * Returns null if a retry is pointless.
 */
export function nextDelay(attempts: number, error: PenguinMailsError): number | null {
  const isHiccup = error instanceof ContractError || isStillRunning(error);
  if (!error.retryable && !(isHiccup && attempts < maxContractAttempts)) return null;
  if (attempts <= 3 || retryAfterOf(error) !== undefined) return waitBefore(attempts, error);
  return Math.min(maxRetryDelayMs, 10_000 * 2 ** (attempts - 3)) * (0.5 + Math.random() / 2);
}

/**
 * Returns whether a conflict outside of the contract means that the first attempt is still running.
 */
function isStillRunning(error: PenguinMailsError): boolean {
  return error instanceof ConflictError && !/^(IDEMPOTENCY_CONFLICT|NOT_.*)$/.test(error.code);
}

/**
 * Returns the milliseconds until an entry is due, or 0. A clock that was set back does not extend
 * the delay.
 */
export function waitOf({ state }: OutboxEntry, now: number): number {
  if (state.at !== 'queued' || now < state.since) return 0;
  return Math.max(0, state.since + state.delay - now);
}

/**
 * True if another attempt could create a second ticket, because the backend has forgotten its key.
 */
export function hasOutlivedKey({ firstSentAt }: OutboxEntry, now: number): boolean {
  return firstSentAt !== null && now - firstSentAt > idempotencyKeyLifeMs;
}

export const outlived: EntryError = {
  name: 'ConflictError',
  code: 'OUTLIVED_KEY',
  message: 'The entry is older than a day. Check whether it arrived, then send it again.',
  details: [],
  retryAfter: null,
};

/** Returns the next state of an entry whose attempt failed at `now`. */
export function afterFailure(
  { attempts }: OutboxEntry,
  error: PenguinMailsError,
  now: number,
): EntryState {
  const delay = nextDelay(attempts, error);
  const stored = asStoredError(error);
  return delay === null
    ? { at: 'needs_attention', error: stored }
    : { at: 'queued', since: now, delay, error: stored };
}

export function asStoredError(error: PenguinMailsError): EntryError {
  const { name, code, message } = error;
  const details = error instanceof ValidationError ? [...error.details] : [];
  return { name, code, message, details, retryAfter: retryAfterOf(error) ?? null };
}

/** Time for which a sent entry is stored. Milliseconds. */
const sentEntryLifeMs = 3_600_000;

export function isExpired({ state }: OutboxEntry, now: number): boolean {
  return state.at === 'sent' && Math.abs(now - state.sentAt) > sentEntryLifeMs;
}

/**
 * True for entries that can be sent immediately. Only the holder of the lock sends, so an entry in
 * the state `sending` was left by a closed tab. If the person is back (`eager`), it includes
 * entries whose delay is not over.
 */
export function isLeftOver({ state }: OutboxEntry, eager: boolean): boolean {
  return (
    state.at === 'sending' ||
    (eager && state.at === 'queued' && (state.error?.retryAfter ?? null) === null)
  );
}

export function isReadable(entry: StoredEntry): entry is OutboxEntry {
  return entry.version === 1;
}

/**
 * Returns the first entry of each conversation; the others wait for it. `entries`: oldest first.
 */
export function headsOf(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const heads = new Map<string, OutboxEntry>();
  for (const entry of entries) {
    const conversation = 'ticketId' in entry.write ? entry.write.ticketId : entry.id;
    if (!heads.has(conversation)) heads.set(conversation, entry);
  }
  return [...heads.values()];
}
