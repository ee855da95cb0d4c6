import { randomUUID } from 'node:crypto';
import type { WrittenQuestion } from '../../../src/contract/writtenAnswer.ts';
import type { WrittenEvent } from '../../../src/contract/writtenEvent.ts';
import { type ChatModel, ChatModelError } from './chatModel.ts';
import type { FoundPassage } from './findPassages.ts';
import { promptOf } from './prompt.ts';
import { type CitedSentence, createSentenceReader } from './sentences.ts';
import { isSupported } from './support.ts';

export interface WritingOptions {
  model: ChatModel;
  question: Pick<WrittenQuestion, 'content' | 'earlier'>;
  locale: string;
  passages: readonly FoundPassage[];
  /** Ends the answer and the request to the model. */
  signal: AbortSignal;
  /** Receives the error if the model fails. The answer then ends as `unavailable`. */
  onFailure: (error: ChatModelError) => void;
}

/**
 * Yields the events of a written answer. Only sentences that the passages support are included. Only
 * the questions and the passages are sent to the model.
 */
export async function* writeAnswer(options: WritingOptions): AsyncGenerator<WrittenEvent> {
  const { model, question, locale, passages, signal, onFailure } = options;
  yield { type: 'sources', locale, sources: passages.map(({ text: _, ...source }) => source) };
  if (passages.length === 0) return yield { type: 'end', outcome: 'unknown' };

  const reader = createSentenceReader();
  const written = new Set<string>();
  function* accepted(sentences: readonly CitedSentence[]): Generator<WrittenEvent> {
    for (const { text, citations } of sentences) {
      const cited = citations.flatMap((number) => passages[number - 1] ?? []);
      if (cited.length < citations.length || written.has(text)) continue;
      const texts = cited.map((passage) => `${passage.title}\n${passage.heading}\n${passage.text}`);
      if (!isSupported(text, texts, locale)) continue;
      written.add(text);
      yield { type: 'sentence', text, sources: citations.map((number) => number - 1) };
    }
  }

  try {
    const boundary = randomUUID().slice(0, 8);
    for await (const piece of model.complete(promptOf(passages, question, boundary), signal)) {
      yield* accepted(reader.read(piece));
    }
    yield* accepted(reader.end());
  } catch (error) {
    if (!(error instanceof ChatModelError)) throw error;
    onFailure(error);
    return yield { type: 'end', outcome: 'unavailable' };
  }
  yield { type: 'end', outcome: written.size > 0 ? 'answered' : 'unknown' };
}
