import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Conversation, Message } from '../../contract/message.ts';

export interface MessageHistory {
  /** All messages that have been read, oldest first. */
  messages: ReadonlySignal<readonly Message[]>;
  hasEarlier: ReadonlySignal<boolean>;
  /** Adds a page of messages before the others. */
  prepend(messages: readonly Message[], hasMore: boolean): void;
  /** Keeps only the newest page. */
  clear(): void;
  dispose(): void;
}

interface Earlier {
  messages: readonly Message[];
  hasMore: boolean;
}

/**
 * Collects the messages of a conversation, of which each read returns the newest. A message that
 * newer ones have pushed out of them stays.
 */
export function createMessageHistory(
  conversation: ReadonlySignal<Conversation | null | undefined>,
): MessageHistory {
  const earlier = signal<Earlier | null>(null);
  let last: Conversation | null | undefined;

  const stop = effect(() => {
    const read = conversation.value;
    const first = read?.messages[0]?.position ?? 0;
    const shown = [...(earlier.peek()?.messages ?? []), ...(last?.messages ?? [])];
    const before = shown.filter(({ position }) => position < first);
    const hasMore = earlier.peek()?.hasMore ?? last?.has_earlier ?? false;
    // If no message is in both reads, there may be others between them.
    const isJoined = shown.length > before.length;
    earlier.value = isJoined && before.length > 0 ? { messages: before, hasMore } : null;
    last = read;
  });

  return {
    messages: computed(() => [
      ...(earlier.value?.messages ?? []),
      ...(conversation.value?.messages ?? []),
    ]),
    hasEarlier: computed(() => earlier.value?.hasMore ?? conversation.value?.has_earlier ?? false),
    prepend(messages, hasMore) {
      earlier.value = { messages: [...messages, ...(earlier.peek()?.messages ?? [])], hasMore };
    },
    clear() {
      last = undefined;
      earlier.value = null;
    },
    dispose: stop,
  };
}
