import { createParser } from 'eventsource-parser';
import * as z from 'zod/mini';

/** An endpoint with the chat completions of OpenAI's API. */
export interface ChatModelOptions {
  /** Base URL, such as `https://api.openai.com/v1`. */
  url: string;
  model: string;
  /** Sent as a bearer token. Local endpoints often need none. */
  key?: string | undefined;
  /**
   * Time for the complete response. Milliseconds, default 25 seconds, because the widget waits 30
   * seconds.
   */
  timeoutMs?: number | undefined;
}

export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

/** A model that completes a conversation. */
export interface ChatModel {
  /** Yields the text in pieces. @throws ChatModelError, or the reason of `signal` */
  complete(messages: readonly ChatMessage[], signal: AbortSignal): AsyncGenerator<string>;
}

/** The endpoint failed, or its response is not a chat completion. */
export class ChatModelError extends Error {
  override readonly name = 'ChatModelError';
}

const defaultTimeoutMs = 25_000;
/** Maximum number of characters of an answer. A model may not stop on its own. */
const maxAnswerLength = 8_000;
const maxAnswerTokens = 700;

const content = z.optional(z.nullable(z.string()));
const Chunk = z.object({
  choices: z.array(z.object({ delta: z.optional(z.object({ content })) })),
});
const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content }) })).check(z.minLength(1)),
});

export function createChatModel(options: ChatModelOptions): ChatModel {
  const { url, model, key, timeoutMs = defaultTimeoutMs } = options;
  return {
    async *complete(messages, signal) {
      const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            Accept: 'text/event-stream',
            ...(key !== undefined && { Authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({
            model,
            messages,
            temperature: 0,
            max_tokens: maxAnswerTokens,
            stream: true,
          }),
          redirect: 'error',
          signal: limited,
        });
        yield* readAnswer(response);
      } catch (cause) {
        if (cause instanceof ChatModelError || signal.aborted) throw cause;
        const what = limited.aborted ? 'did not respond in time' : 'could not be reached';
        throw new ChatModelError(`The model endpoint ${what}.`, { cause });
      }
    },
  };
}

async function* readAnswer(response: Response): AsyncGenerator<string> {
  const { body, ok, status } = response;
  if (!ok || body === null) {
    await body?.cancel();
    throw new ChatModelError(`The model endpoint answered ${status}.`);
  }
  let length = 0;
  for await (const piece of isStream(response) ? readStream(body) : readWhole(response)) {
    length += piece.length;
    if (length > maxAnswerLength) return;
    yield piece;
  }
}

const isStream = ({ headers }: Response) =>
  headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;

/** Some endpoints ignore `stream`. */
async function* readWhole(response: Response): AsyncGenerator<string> {
  const [choice] = parse(Completion, await response.text()).choices;
  yield choice?.message.content ?? '';
}

async function* readStream(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const pieces: string[] = [];
  let isDone = false;
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') isDone = true;
      else for (const { delta } of parse(Chunk, data).choices) pieces.push(delta?.content ?? '');
    },
  });
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    parser.feed(decoder.decode(bytes, { stream: true }));
    yield* pieces.splice(0);
    if (isDone) return;
  }
  throw new ChatModelError('The model endpoint closed the connection before the end.');
}

function parse<T>(schema: z.ZodMiniType<T>, text: string): T {
  try {
    return z.parse(schema, JSON.parse(text));
  } catch (cause) {
    throw new ChatModelError('The model endpoint returned no chat completion.', { cause });
  }
}
