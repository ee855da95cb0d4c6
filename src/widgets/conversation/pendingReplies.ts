import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { AttachedFile } from '../../core/attachedFile.ts';
import { filesOf } from '../../core/files.model.ts';
import type { OutboxModel } from '../../core/outbox.model.ts';
import type { EntryState, OutboxEntry } from '../../core/outboxEntry.ts';

/** A reply that the backend has not received yet. */
export interface PendingReply {
  id: string;
  body: string;
  state: EntryState;
  files: readonly AttachedFile[];
}

export interface PendingWrites {
  /** All outbox entries of this request. */
  entries: ReadonlySignal<readonly OutboxEntry[]>;
  replies: ReadonlySignal<readonly PendingReply[]>;
}

/** Replies of a conversation that are still being sent. */
export function createPendingWrites(
  outbox: OutboxModel | null,
  ticketId: ReadonlySignal<string | undefined>,
): PendingWrites {
  const entries = computed(() =>
    (outbox?.entries.value ?? []).filter(
      ({ write, state }) =>
        'ticketId' in write && write.ticketId === ticketId.value && state.at !== 'sent',
    ),
  );
  const replies = computed(() =>
    entries.value.flatMap(({ id, write, state }) =>
      write.endpoint === 'replyToTicket'
        ? [{ id, body: write.body.body, state, files: outbox ? filesOf(outbox.files).of(id) : [] }]
        : [],
    ),
  );
  return { entries, replies };
}
