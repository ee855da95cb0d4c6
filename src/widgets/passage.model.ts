import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PassageAnswer } from '../contract/answer.ts';
import { limits } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import { storableText } from '../core/storableText.ts';

export interface PassageModel {
  /** The reply to the current text. */
  reply: ReadonlySignal<PassageReply | null>;
  /** A reply that waits for `show`, because it would move what a person is about to press. */
  offered: ReadonlySignal<PassageReply | null>;
  show(): void;
  /** Searches the answer to this text after a debounce. Returns a function that cancels it. */
  search(text: string): () => void;
}

/** `can_write`: a model can write an answer. */
export interface PassageReply {
  answer: PassageAnswer | null;
  can_write?: boolean | undefined;
}

/** Debounce in milliseconds before a request is sent. */
const debounceMs = 700;
/** Minimum number of characters. Shorter texts send no request. */
const minLength = 6;

interface PassageOptions {
  /** Whether nothing may be inserted above the results. */
  isFrozen?: () => boolean;
  /** Loads the code that shows a reply, so that all of it appears in one step. */
  prepare?: (reply: PassageReply) => unknown;
}

/**
 * Creates a model of the passage that answers a text. Without an answer, only the results are
 * shown.
 */
export function createPassage(
  { api, i18n }: Pick<SupportContext, 'api' | 'i18n'>,
  { isFrozen, prepare }: PassageOptions = {},
): PassageModel {
  const reply = signal<PassageReply | null>(null);
  const offered = signal<PassageReply | null>(null);

  return {
    reply,
    offered,
    show() {
      reply.value = offered.peek();
      offered.value = null;
    },
    search(text) {
      const end = new AbortController();
      reply.value = null;
      offered.value = null;
      const question = text.trim();
      const timer = setTimeout(async () => {
        if (!api || question.length < minLength) return;
        try {
          const content = storableText(question.slice(0, limits.description));
          const body = { content, locale: i18n.language.peek() };
          const found = await (await api()).answerQuestion({ body }, end.signal);
          await prepare?.(found);
          if (!end.signal.aborted) (isFrozen?.() ? offered : reply).value = found;
        } catch {
          // The results show that the server does not respond.
        }
      }, debounceMs);
      return () => {
        clearTimeout(timer);
        end.abort();
      };
    },
  };
}
