import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ticket, TicketDraft } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import type { EntryError, EntryState, OutboxEntry } from '../../core/outboxEntry.ts';

/** The state of an outbox entry. `seconds`: until the next attempt, or null if it is due. */
export type SentStatus =
  | { at: 'sent'; ticket: Ticket }
  | { at: 'waiting'; subject: string; seconds: number | null }
  | { at: 'sending'; subject: string }
  | { at: 'needs_attention'; subject: string; error: EntryError }
  | { at: 'unreadable'; text: string }
  | { at: 'removed'; canUndo: boolean }
  | { at: 'gone' };

export interface SentModel {
  status: ReadonlySignal<SentStatus>;
  /** False if the entry is lost when the page closes. */
  isDurable: ReadonlySignal<boolean>;
  email: ReadonlySignal<string>;
  retry(): void;
  remove(): void;
  /** Puts the removed request back into the outbox, which sends it. */
  undo(): void;
  /** Returns the request, or only its text if an older version of the widget has stored it. */
  written(): { draft: TicketDraft | undefined; text: string };
  home(): void;
  view(ticket: Ticket): void;
  dispose(): void;
}

export function createSentModel(context: SupportContext): SentModel {
  const { messenger, outbox, tenantConfig } = context;
  const entryId = signal<string | undefined>(undefined);
  const now = signal(Date.now());
  let clock: ReturnType<typeof setInterval> | undefined;

  /** The id of the last removed request, and the data to undo the removal. */
  const removed = signal<{ id: string; entry: OutboxEntry | undefined } | null>(null);

  const found = () => outbox?.entries.value.find(({ id }) => id === entryId.value);
  const entry = computed(() => {
    const entry = found();
    if (entry?.write.endpoint !== 'createTicket') return null;
    return { state: entry.state, draft: entry.write.body };
  });
  const text = computed(
    () => outbox?.unreadable.value.find(({ id }) => id === entryId.value)?.text,
  );
  const status = computed((): SentStatus => {
    if (removed.value && removed.value.id === entryId.value) {
      return { at: 'removed', canUndo: removed.value.entry !== undefined };
    }
    if (text.value !== undefined) return { at: 'unreadable', text: text.value };
    return entry.value
      ? statusOf(entry.value.state, entry.value.draft.subject, now.value)
      : { at: 'gone' };
  });

  const stop = effect(() => {
    const { id, entryId: shown } = messenger.screen.value;
    const isSeen = id === 'sent' && messenger.isOpen.value;
    if (isSeen) entryId.value = shown;
    clearInterval(clock);
    if (!isSeen) return;
    // Updates the seconds until the next attempt.
    clock = setInterval(() => {
      now.value = Date.now();
    }, 1_000);
  });

  return {
    status,
    isDurable: computed(() => outbox?.isDurable.value ?? true),
    email: tenantConfig.email,
    retry: () => void outbox?.retry(entryId.peek() ?? ''),
    remove() {
      const id = entryId.peek() ?? '';
      removed.value = { id, entry: found() };
      void outbox?.remove(id);
    },
    undo() {
      const gone = removed.peek()?.entry;
      removed.value = null;
      if (gone) void outbox?.send(gone.id, gone.write, gone.files);
    },
    written: () => ({ draft: entry.peek()?.draft, text: text.peek() ?? '' }),
    home: messenger.home,
    view(ticket) {
      messenger.home();
      messenger.navigate({ id: 'conversation', ticketId: ticket.id });
    },
    dispose() {
      stop();
      clearInterval(clock);
    },
  };
}

function statusOf(state: EntryState, subject: string, now: number): SentStatus {
  switch (state.at) {
    case 'sent':
      return state.ticket ? { at: 'sent', ticket: state.ticket } : { at: 'gone' };
    case 'sending':
      return { at: 'sending', subject };
    case 'needs_attention':
      return { at: 'needs_attention', subject, error: state.error };
    case 'queued': {
      const left = Math.ceil((state.since + state.delay - now) / 1_000);
      return { at: 'waiting', subject, seconds: left > 0 ? left : null };
    }
  }
}
