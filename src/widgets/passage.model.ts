import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PassageAnswer } from '../contract/answer.ts';
import { limits } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import { storableText } from '../core/storableText.ts';

export interface PassageModel {
  /** The reply to the current text. */
  reply: ReadonlySignal<PassageReply | null>;
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

/**
 * Creates a model of the passage that answers a text. Without an answer, only the results are
 * shown. `isFrozen`: whether the pointer is over the results, so nothing may be inserted above them.
 */
export function createPassage(
  { api, i18n }: Pick<SupportContext, 'api' | 'i18n'>,
  isFrozen?: () => boolean,
): PassageModel {
  const reply = signal<PassageReply | null>(null);

  return {
    reply,
    search(text) {
      const end = new AbortController();
      reply.value = null;
      const question = text.trim();
      const timer = setTimeout(async () => {
        if (!api || question.length < minLength) return;
        try {
          const content = storableText(question.slice(0, limits.description));
          const body = { content, locale: i18n.language.peek() };
          const found = await (await api()).answerQuestion({ body }, end.signal);
          if (!end.signal.aborted && !isFrozen?.()) reply.value = found;
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
