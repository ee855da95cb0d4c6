import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Ticket } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { createResource, type ResourceState } from '../../core/resource.ts';

export interface ConversationModel {
  ticket: ReadonlySignal<ResourceState<Ticket | null>>;
  retry(): void;
  dispose(): void;
}

/** The request that the panel's screen names; reads it anew whenever that changes. */
export function createConversationModel({
  api,
  messenger,
  visitor,
}: SupportContext): ConversationModel {
  const idOf = () => {
    const screen = messenger.screen.value;
    return screen.id === 'conversation' ? screen.ticketId : undefined;
  };
  const ticket = createResource(async (signal) => {
    const { ticketId: id } = messenger.screen.peek();
    return api && id ? (await api()).getTicket({ params: { id } }, signal) : null;
  });
  let shown: string | undefined;
  let reader = visitor.epoch.peek();
  const stop = effect(() => {
    const id = idOf();
    const epoch = visitor.epoch.value;
    if (epoch !== reader || (id !== undefined && id !== shown)) ticket.clear();
    reader = epoch;
    if (id === undefined) return;
    shown = id;
    void ticket.refresh();
  });
  return {
    ticket: ticket.state,
    retry: () => void ticket.refresh(),
    dispose() {
      stop();
      ticket.clear();
    },
  };
}
