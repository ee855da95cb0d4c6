import * as z from 'zod/mini';
import type { Endpoint } from '../contract/endpoint.ts';
import { WrittenEvent, writtenAnswerPath } from '../contract/writtenEvent.ts';
import type { Api } from '../core/ports.ts';
import type { createEventReader } from './eventReader.ts';
import type { ClientOptions, request } from './request.ts';

const endpoint = {
  method: 'POST',
  path: writtenAnswerPath,
  access: 'visitor',
  reply: z.unknown(),
} as const satisfies Endpoint;

/** Functions of the client, which are given so that this chunk shares no code with it. */
type ClientTools = readonly [
  sendRequest: typeof request,
  options: ClientOptions,
  createReader: typeof createEventReader,
];

/**
 * Requests a written answer and passes each event to `onEvent`. Resolves after the last one. It is
 * not retried, because each answer counts towards the limit.
 * @throws PenguinMailsError; after an abort, the signal's reason
 */
export async function writeAnswer(
  [sendRequest, options, createReader]: ClientTools,
  { body, onEvent }: Parameters<Api['writeAnswer']>[0],
  signal?: AbortSignal,
): Promise<void> {
  const read = (response: Response) => readEvents(response, onEvent, createReader);
  await sendRequest(endpoint, { body, read }, options, signal);
}

/** @throws Error if the response is not a complete stream of events of the contract */
async function readEvents(
  { headers, body }: Response,
  onEvent: (event: WrittenEvent) => void,
  createReader: typeof createEventReader,
): Promise<void> {
  if (!headers.get('Content-Type')?.startsWith('text/event-stream') || !body) {
    throw new Error('The answer is not a stream of events.');
  }
  let isOver = false;
  const read = createReader((data) => {
    const event = WrittenEvent.parse(JSON.parse(data));
    isOver ||= event.type === 'end';
    onEvent(event);
  });
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    read(value);
  }
  if (!isOver) throw new Error('The answer ended too early.');
}
