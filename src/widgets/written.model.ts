import { type ReadonlySignal, signal } from '@preact/signals-core';
import { limits } from '../contract/limits.ts';
import type { WrittenEvent, WrittenSource } from '../contract/writtenEvent.ts';
import type { SupportContext } from '../core/context.ts';
import { storableText } from '../core/storableText.ts';
import { parseDraft } from './ticket/ticketForm.ts';

/** `failed`: no answer, for example because the visitor has used up theirs. */
export type WrittenStatus =
  | 'writing'
  | 'answered'
  | 'unknown'
  | 'unavailable'
  | 'stopped'
  | 'failed';

/** A question, and as much of its answer as has arrived. */
export interface Exchange {
  question: string;
  status: WrittenStatus;
  /** Language of the answer. */
  locale: string;
  sentences: readonly { text: string; sources: readonly number[] }[];
  sources: readonly WrittenSource[];
}

export interface WrittenModel {
  /** Oldest first. Only the last one can be `writing`. */
  exchanges: ReadonlySignal<readonly Exchange[]>;
  ask(question: string): void;
  stop(): void;
  /** Opens the form with the questions, and attaches the answers and their sources. */
  contact(): void;
  dispose(): void;
}

const maxEarlierQuestions = 3;

export function createWrittenModel(context: WrittenContext): WrittenModel {
  const { api, i18n, messenger, prefill, visitor } = context;
  const exchanges = signal<readonly Exchange[]>([]);
  let ending = new AbortController();

  function change(values: Partial<Exchange>): void {
    exchanges.value = exchanges.value.map((exchange, index, all) =>
      index === all.length - 1 ? { ...exchange, ...values } : exchange,
    );
  }

  function onEvent(event: WrittenEvent): void {
    if (event.type === 'sources') change({ locale: event.locale, sources: event.sources });
    else if (event.type === 'end') change({ status: event.outcome });
    else {
      const { text, sources } = event;
      change({ sentences: [...(exchanges.value.at(-1)?.sentences ?? []), { text, sources }] });
    }
  }

  async function ask(question: string): Promise<void> {
    const content = storableText(question.trim().slice(0, limits.query));
    if (!api || content === '' || exchanges.peek().at(-1)?.status === 'writing') return;
    const earlier = exchanges
      .peek()
      .map((exchange) => exchange.question)
      .slice(-maxEarlierQuestions);
    const locale = i18n.language.peek();
    const begun = { question: content, locale, status: 'writing' as const };
    exchanges.value = [...exchanges.peek(), { ...begun, sentences: [], sources: [] }];
    ending = new AbortController();
    const { signal: ended } = ending;
    try {
      await (await api()).writeAnswer({ body: { content, earlier, locale }, onEvent }, ended);
    } catch {
      // The view says that there is no answer, and offers the team.
      if (!ended.aborted) change({ status: 'failed' });
    }
  }

  function asText({ question, sentences, sources }: Exchange): string {
    const answer = sentences.map(({ text }) => text).join(' ');
    const cited = sources.filter((_, at) => sentences.some((one) => one.sources.includes(at)));
    const lines = [`${i18n.t('written.asked')} ${question}`];
    if (answer !== '') lines.push(`${i18n.t('written.got')} ${answer}`);
    for (const { title, heading, url } of cited)
      lines.push(`${heading === '' ? title : `${title}: ${heading}`} ${url}`);
    return lines.join('\n');
  }

  /** Returns the exchanges as text for the team: the latest ones, if there are too many. */
  function transcript(): string {
    const texts = exchanges.peek().map(asText);
    const lengthFrom = (at: number) => texts.slice(at).join('\n\n').length;
    const first = texts.findIndex((_, at) => lengthFrom(at) <= limits.description);
    return storableText(texts.slice(first).join('\n\n').slice(0, limits.description));
  }

  return {
    exchanges,
    ask: (question) => void ask(question),
    stop() {
      ending.abort();
      change({ status: 'stopped' });
    },
    contact() {
      // The form attaches it. It is stored, so that it is not lost when the page is loaded again.
      visitor.store.set('exchange', transcript());
      const questions = exchanges.peek().map(({ question }) => question);
      // A text that the person has written before stays above them.
      const written = parseDraft(visitor.store.get('draft'))?.values.description.trim();
      const description = [written, ...questions].filter(Boolean).join('\n\n');
      prefill.put({
        subject: exchanges.peek()[0]?.question.slice(0, limits.subject) ?? '',
        description: description.slice(0, limits.description),
      });
      messenger.navigate({ id: 'ticket' });
    },
    dispose: () => ending.abort(),
  };
}

export type WrittenContext = Pick<
  SupportContext,
  'api' | 'i18n' | 'messenger' | 'prefill' | 'visitor'
>;
