import * as z from 'zod/mini';
import type { Endpoint } from '../contract/endpoint.ts';
import { WrittenEvent, writtenAnswerPath } from '../contract/writtenEvent.ts';
import type { createEventReader } from './eventReader.ts';

/** The endpoint of written answers, whose response is a stream. */
export const answerEndpoint = {
  method: 'POST',
  path: writtenAnswerPath,
  access: 'visitor',
  reply: z.unknown(),
} as const satisfies Endpoint;

/**
 * Reads the events of an answer. `createReader` is given, because the client has it.
 * @throws Error if the response is not a complete stream of events of the contract
 */
export async function readEvents(
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
