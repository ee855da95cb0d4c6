import { effect } from '@preact/signals-core';
import type { OutboxModel } from '../../core/outbox.model.ts';
import type { EntryError, OutboxEntry, OutboxWrite } from '../../core/outboxEntry.ts';
import { storedErrorOf } from '../../core/storedError.ts';
import type { VisitorModel } from '../../core/visitor.model.ts';

/**
 * `removed`: it was deleted in another tab. `left`: the visitor has changed or signed out, so the
 * result does not concern them.
 */
export type Outcome =
  | { at: 'sent'; entryId: string }
  | { at: 'waiting'; entryId: string; reason: string }
  | { at: 'failed'; error: EntryError }
  | { at: 'removed' }
  | { at: 'left' };

/** Maximum time for which the form stays open while its request is being sent. */
const formWaitMs = 5_000;

/**
 * Passes a request to the outbox and returns the outcome. It is sent, or queued (after a failed
 * attempt or five seconds without a response), or rejected. After a rejection, the form shows it
 * again.
 */
export async function sendThrough(
  outbox: OutboxModel,
  { id, write, files }: { id: string; write: OutboxWrite; files: readonly string[] },
  visitor: VisitorModel,
): Promise<Outcome> {
  const writer = visitor.epoch.peek();
  try {
    const entryId = await outbox.send(id, write, files);
    return await outcomeOf(entryId, outbox, visitor, writer);
  } catch (cause) {
    const error = storedErrorOf(cause);
    const isHere = !outbox.isOver.peek() && visitor.epoch.peek() === writer;
    return isHere ? { at: 'failed', error } : { at: 'left' };
  }
}

function outcomeOf(
  entryId: string,
  outbox: OutboxModel,
  visitor: VisitorModel,
  writer: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      queueMicrotask(() => stop());
      if (outcome.at === 'failed') void outbox.remove(entryId);
      resolve(outcome);
    };
    const timer = setTimeout(() => end({ at: 'waiting', entryId, reason: 'SLOW' }), formWaitMs);
    let wasStored = false;
    const stop = effect(() => {
      if (outbox.isOver.value || visitor.epoch.value !== writer) return end({ at: 'left' });
      const entry = outbox.entries.value.find(({ id }) => id === entryId);
      const outcome = entry ? settled(entry) : wasStored ? removed : lost;
      wasStored = true;
      if (outcome) end(outcome);
    });
  });
}

const removed: Outcome = { at: 'removed' };
/** The outbox no longer has the entry, although no one has removed it. It will not be sent. */
const lost: Outcome = {
  at: 'failed',
  error: {
    name: 'PenguinMailsError',
    code: 'ENTRY_LOST',
    message: 'The outbox has lost the entry.',
    details: [],
    retryAfter: null,
  },
};

function settled({ id, state }: OutboxEntry): Outcome | null {
  switch (state.at) {
    case 'sent':
      return { at: 'sent', entryId: id };
    case 'needs_attention':
      return { at: 'failed', error: state.error };
    case 'queued':
      return state.error ? { at: 'waiting', entryId: id, reason: state.error.code } : null;
    case 'sending':
      return null;
  }
}
