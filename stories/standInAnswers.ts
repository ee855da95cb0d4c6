import { type ErrorCode, errorStatus } from '../src/contract/envelope.ts';

export function success(data: unknown, status = 200): Response {
  const meta = { request_id: 'req_story', timestamp: new Date().toISOString() };
  return Response.json({ success: true, data, meta }, { status });
}

export function failure(code: ErrorCode, fields: Readonly<Record<string, string>> = {}): Response {
  const details = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const error = { code, message: 'Rejected by the story.', details, request_id: 'req_story' };
  // Asks for no delay, so that the widget's retries do not slow down the story.
  const headers = { 'Retry-After': '0' };
  return Response.json({ success: false, error }, { status: errorStatus[code], headers });
}

/** A stream of server-sent events. Without an `end` among them, it stays open. */
export function events(all: readonly { type: string }[]): Response {
  const text = all.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
  const isOver = all.at(-1)?.type === 'end';
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      if (isOver) controller.close();
    },
  });
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
}

export function neverAnswer(signal?: AbortSignal | null): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
}
