import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Conversation, Message } from '../../contract/message.ts';
import type { SupportContext } from '../../core/context.ts';
import { type FilesModel, filesOf } from '../../core/files.model.ts';
import { randomId } from '../../core/randomId.ts';
import { createResource, type ResourceState } from '../../core/resource.ts';
import { storableText } from '../../core/storableText.ts';
import { createMessageHistory } from './messageHistory.ts';
import { createOwnArticles, type OwnArticles } from './ownArticles.ts';
import { createPendingWrites, type PendingReply } from './pendingReplies.ts';
import { createRating, type RatingModel } from './rating.ts';
import { createReplyDraft, type ReplyDraftModel } from './replyDraft.ts';

export interface ConversationModel {
  state: ReadonlySignal<ResourceState<Conversation | null>>;
  /** The conversation, when it has loaded. */
  read: ReadonlySignal<Conversation | null | undefined>;
  /** Name of the request's author, if known. */
  writer: ReadonlySignal<string | undefined>;
  /** Oldest first. */
  messages: ReadonlySignal<readonly Message[]>;
  pending: ReadonlySignal<readonly PendingReply[]>;
  hasEarlier: ReadonlySignal<boolean>;
  draft: ReplyDraftModel;
  files: FilesModel | null;
  attach(files: readonly File[]): void;
  takeScreenshot(): void;
  addressOf: SupportContext['addressOf'];
  ownArticles: OwnArticles;
  retry(): void;
  loadEarlier(): Promise<void>;
  send(): void;
  /** Sends a queued reply now. */
  sendAgain(id: string): void;
  /** Moves a reply that cannot be sent back into the field. */
  edit(id: string): void;
  rating: RatingModel;
  reopen(): void;
  dispose(): void;
}

/**
 * Creates the model of the request that the panel shows. It loads the request again whenever that
 * changes.
 */
export function createConversationModel(context: SupportContext): ConversationModel {
  const { api, messenger, visitor, outbox, requests, live } = context;
  const shown = signal<string | undefined>(undefined);
  const conversation = createResource(async (abort) => {
    const id = shown.peek();
    return api && id ? (await api()).getTicket({ params: { id } }, abort) : null;
  });
  const draft = createReplyDraft(visitor.store, shown);

  const { value } = conversation;
  const { entries, replies } = createPendingWrites(outbox, shown);
  const rating = createRating(value, entries, (body) => {
    const ticketId = shown.peek();
    if (ticketId) write({ endpoint: 'rateTicket', ticketId, body });
  });
  const history = createMessageHistory(value);

  const files = outbox ? filesOf(outbox.files) : null;

  let reader = visitor.epoch.peek();
  const stopShowing = effect(() => {
    const { id, ticketId } = messenger.screen.value;
    const epoch = visitor.epoch.value;
    if (epoch !== reader || (id === 'conversation' && ticketId !== shown.peek())) {
      conversation.clear();
      history.clear();
      rating.askAgain();
    }
    reader = epoch;
    // A closed panel is not updated. The next opening loads the request again.
    if (id !== 'conversation' || !messenger.isOpen.value) return;
    shown.value = ticketId;
    void conversation.refresh();
  });

  const isSeen = () =>
    messenger.isOpen.peek() &&
    messenger.screen.peek().id === 'conversation' &&
    context.page.isVisible();

  const stopLive = live.on((event) => {
    if (!('ticket_id' in event) || event.ticket_id === shown.peek()) {
      if (isSeen()) void conversation.refresh();
    }
  });

  // A reply from this device was delivered, so the conversation contains it now.
  let waiting = 0;
  const stopSent = effect(() => {
    const left = entries.value.length;
    if (left < waiting) void conversation.refresh();
    waiting = left;
  });

  const stopReading = effect(() => {
    const last = value.value?.messages.at(-1)?.position;
    messenger.isOpen.value;
    const id = shown.peek();
    if (last === undefined || id === undefined || !isSeen()) return;
    if (requests.unreadOf(id) === 0) return;
    api?.()
      .then((client) => client.markRead({ params: { id }, body: { position: last } }))
      .then(
        () => requests.markRead(id),
        () => {}, // it stays unread; the next request reports it again
      );
  });

  function write(entry: Parameters<NonNullable<typeof outbox>['send']>[1]): void {
    // The outbox has loaded, because the conversation was read with it.
    void outbox?.send(randomId(), entry);
  }

  return {
    state: conversation.state,
    read: value,
    addressOf: context.addressOf,
    ownArticles: createOwnArticles(context),
    messages: history.messages,
    writer: computed(() => value.value?.ticket.customerName ?? undefined),
    pending: replies,
    hasEarlier: history.hasEarlier,
    draft,
    rating,
    files,
    attach(added) {
      draft.change(draft.text.peek()); // from now on the draft is stored with its files
      // The outbox has loaded, because the conversation was read with it. A failure is shown at the
      // file.
      void files?.add(draft.key.peek() ?? '', added);
    },
    takeScreenshot() {
      draft.change(draft.text.peek());
      messenger.navigate({ id: 'screenshot', draft: draft.key.peek() ?? '' });
    },
    retry: () => void conversation.refresh(),
    async loadEarlier() {
      const id = shown.peek();
      const before = history.messages.peek()[0]?.position;
      if (!api || !id || before === undefined) return;
      const client = await api();
      const page = await client.listMessages({ params: { id }, query: { before: `${before}` } });
      if (shown.peek() === id) history.prepend(page.messages, page.has_more);
    },
    send() {
      const ticketId = shown.peek();
      const body = storableText(draft.text.peek().trim());
      const attached = files?.idsOf(draft.key.peek() ?? '') ?? [];
      if (!ticketId || (body === '' && attached.length === 0)) return;
      const key = draft.take();
      void outbox?.send(key, { endpoint: 'replyToTicket', ticketId, body: { body } }, attached);
    },
    sendAgain: (id) => void outbox?.retry(id),
    edit(id) {
      const entry = entries.peek().find((one) => one.id === id);
      if (entry?.write.endpoint !== 'replyToTicket') return;
      const both = [entry.write.body.body, draft.text.peek()].filter(Boolean).join('\n\n');
      draft.change(both);
      files?.move(id, draft.key.peek() ?? '');
      void outbox?.remove(id);
    },
    reopen() {
      const ticketId = shown.peek();
      if (ticketId) write({ endpoint: 'reopenTicket', ticketId });
    },
    dispose() {
      stopShowing();
      stopLive();
      stopSent();
      stopReading();
      history.dispose();
      conversation.clear();
    },
  };
}
