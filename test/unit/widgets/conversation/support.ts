import { vi } from 'vitest';
import type { LiveEvent } from '../../../../src/contract/live.ts';
import type { Api, LoadArticles } from '../../../../src/core/ports.ts';
import { createConversationModel } from '../../../../src/widgets/conversation/conversation.model.ts';
import { createFakeApi, createTestContext } from '../../../support/fakes.ts';
import { conversationOf, messageOf, summaryOf } from '../../../support/samples.ts';

const opened = new Set<{ dispose(): void }>();

export function disposeReaders(): void {
  for (const model of opened) model.dispose();
  opened.clear();
}

/** A visitor with a request `a` that has two unread entries, and a backend. */
export function createReader(methods: Partial<Api> = {}, loadArticles?: LoadArticles) {
  const getTicket = vi.fn<Api['getTicket']>(async ({ params: { id } }) =>
    conversationOf([messageOf(1)], { id }),
  );
  let listener: (event: LiveEvent) => void = () => {};
  const context = createTestContext({
    visitor: { user: { id: 'ada' } },
    api: createFakeApi({
      getTicket,
      listTickets: async () => ({ tickets: [summaryOf('a', { unread: 2 })], next_cursor: null }),
      markRead: async () => ({ unread: 0 }),
      ...methods,
    }),
    ...(loadArticles && { loadArticles }),
    live: (next) => {
      listener = next;
      return () => {};
    },
  });
  context.visitor.authorId();
  const model = createConversationModel(context);
  opened.add(model);
  const shownId = () => {
    const state = model.state.value;
    return state.at === 'idle' ? undefined : state.value?.ticket.id;
  };
  return {
    context,
    model,
    getTicket,
    shownId,
    listener: (event: LiveEvent) => listener(event),
    bodies: () => model.messages.value.map(({ body }) => body),
    async read(ticketId: string) {
      context.messenger.open();
      context.messenger.navigate({ id: 'conversation', ticketId });
    },
  };
}
