import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PassageAnswer } from '../contract/answer.ts';
import { limits } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';
import { storableText } from '../core/storableText.ts';

export interface PassageModel {
  passage: ReadonlySignal<PassageAnswer | null>;
  /** Looks for the answer to this text, once nothing more was typed for a while. Returns how to stop. */
  look(text: string): () => void;
}

/** Milliseconds without a keystroke until the server is asked. */
const pauseMs = 700;
/** Characters; shorter texts ask nothing. */
const shortest = 6;

/**
 * The answer to a text, in the words of an article. Without one, the results stand alone. `isHeld`: a person
 * points at the results, and nothing is put above them.
 */
export function createPassage(
  { api, i18n }: Pick<SupportContext, 'api' | 'i18n'>,
  isHeld?: () => boolean,
): PassageModel {
  const passage = signal<PassageAnswer | null>(null);

  return {
    passage,
    look(text) {
      const end = new AbortController();
      passage.value = null;
      const wanted = text.trim();
      const timer = setTimeout(async () => {
        if (!api || wanted.length < shortest) return;
        try {
          const content = storableText(wanted.slice(0, limits.description));
          const body = { content, locale: i18n.asked.peek() };
          const { answer } = await (await api()).answerQuestion({ body }, end.signal);
          if (!end.signal.aborted && !isHeld?.()) passage.value = answer;
        } catch {
          // The results say when the server does not answer.
        }
      }, pauseMs);
      return () => {
        clearTimeout(timer);
        end.abort();
      };
    },
  };
}
