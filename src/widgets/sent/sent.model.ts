import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Ticket } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import type { EntryError, EntryState, OutboxEntry } from '../../core/outboxEntry.ts';
import { createMail, type Mail } from '../../integrations/mailto.ts';
import { mailOf, textOf } from '../../integrations/ticketMail.ts';

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
  /** Opens the visitor's mail program with the request. It also stays in the outbox. */
  mail(): void;
  /** Returns the complete request as text, for the clipboard. */
  wholeText(): string;
  home(): void;
  view(ticket: Ticket): void;
  dispose(): void;
}

export function createSentModel(context: SupportContext): SentModel {
  const { messenger, outbox, tenantConfig, track, page } = context;
  const entryId = signal<string | undefined>(undefined);
  const now = signal(Date.now());
  let clock: ReturnType<typeof setInterval> | undefined;

  /** The id of the last removed request, and the data to undo the removal. */
  const removed = signal<{ id: string; entry: OutboxEntry | undefined } | null>(null);

  const found = () => outbox?.entries.value.find(({ id }) => id === entryId.value);
  const entry = computed(() => {
    const kept = found();
    if (kept?.write.endpoint !== 'createTicket') return null;
    return { state: kept.state, draft: kept.write.body };
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

  function written(): Mail {
    const draft = entry.peek()?.draft;
    if (draft) return mailOf(draft, context);
    return createMail({
      ...mailParts(),
      issueType: page.topic() ?? 'General',
      description: text.peek() ?? '',
    });
  }

  function mailParts() {
    const { visitor, appVersion } = context;
    return {
      to: tenantConfig.email.peek(),
      user: visitor.user(),
      tenant: visitor.tenant(),
      browser: page.browser(),
      url: page.url(),
      timestamp: new Date().toISOString(),
      version: appVersion,
    };
  }

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
    mail() {
      const mail = written();
      const category = entry.peek()?.draft.category ?? null;
      track('support_mailto_fallback', { category, has_backend: true, cut: mail.cut });
      page.go(mail.href);
    },
    wholeText: () => textOf(written()),
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
