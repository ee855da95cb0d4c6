import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PassageAnswer } from '../../contract/answer.ts';
import { limits } from '../../contract/limits.ts';
import type { SupportContext } from '../../core/context.ts';
import type { LoadApi } from '../../core/ports.ts';
import { storableText } from '../../core/storableText.ts';

export interface PassageModel {
  passage: ReadonlySignal<PassageAnswer | null>;
  /** Looks for the answer to this text, once nothing more was typed for a while. */
  look(text: string): void;
  /** While a person points at the results, nothing is put above them. */
  hold(isHeld: boolean): void;
  dispose(): void;
}

/** Milliseconds without a keystroke until the server is asked. */
const pauseMs = 700;
/** Characters; shorter texts ask nothing. */
const shortest = 6;

/** The answer to a search, in the words of an article. Without one, the results stand alone. */
export function createPassage({ api, i18n }: Pick<SupportContext, 'api' | 'i18n'>): PassageModel {
  const passage = signal<PassageAnswer | null>(null);
  let asked: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;

  function stop(): void {
    clearTimeout(timer);
    asked?.abort();
  }

  async function ask(load: LoadApi, text: string): Promise<void> {
    const mine = new AbortController();
    asked = mine;
    try {
      const content = storableText(text.slice(0, limits.description));
      const body = { content, locale: i18n.asked.peek() };
      const { answer } = await (await load()).answerQuestion({ body }, mine.signal);
      if (!mine.signal.aborted && !isHeld) passage.value = answer;
    } catch {
      // The results say when the server does not answer.
    }
  }

  return {
    passage,
    look(text) {
      stop();
      isHeld = false;
      passage.value = null;
      const wanted = text.trim();
      if (api && wanted.length >= shortest)
        timer = setTimeout(() => void ask(api, wanted), pauseMs);
    },
    hold(held) {
      isHeld = held;
    },
    dispose: stop,
  };
}
