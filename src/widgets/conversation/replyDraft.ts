import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Store } from '../../core/ports.ts';
import { randomId } from '../../core/randomId.ts';

/** The draft of a reply, stored per request until it is sent. */
export interface ReplyDraftModel {
  text: ReadonlySignal<string>;
  /**
   * The Idempotency-Key, generated when the draft was first edited. It also identifies the files of
   * the draft.
   */
  key: ReadonlySignal<string | undefined>;
  change(text: string): void;
  /** Clears the field. Returns the Idempotency-Key of the draft. */
  take(): string;
}

type Drafts = Record<string, { key: string; text: string }>;
const name = 'replies';

export function createReplyDraft(
  store: Store,
  ticketId: ReadonlySignal<string | undefined>,
): ReplyDraftModel {
  const drafts = signal<Drafts>(read(store));
  const current = computed(() => drafts.value[ticketId.value ?? '']);
  effect(() => {
    ticketId.value; // it belongs to another request, perhaps of another visitor
    drafts.value = read(store);
  });

  function keep(next: Drafts): void {
    drafts.value = next;
    if (Object.keys(next).length > 0) store.set(name, JSON.stringify(next));
    else store.remove(name);
  }

  return {
    text: computed(() => current.value?.text ?? ''),
    key: computed(() => current.value?.key),
    change(text) {
      const id = ticketId.peek();
      if (id === undefined) return;
      const key = current.peek()?.key ?? randomId();
      keep({ ...drafts.peek(), [id]: { key, text } });
    },
    take() {
      const key = current.peek()?.key ?? randomId();
      const { [ticketId.peek() ?? '']: _sent, ...others } = drafts.peek();
      keep(others);
      return key;
    },
  };
}

function read(store: Store): Drafts {
  try {
    const stored: unknown = JSON.parse(store.get(name) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(
      Object.entries(stored).filter(
        ([, draft]) => typeof draft?.key === 'string' && typeof draft?.text === 'string',
      ),
    );
  } catch {
    return {}; // stored by another version: the field starts empty
  }
}
