import { vi } from 'vitest';

interface Sent {
  url: string;
  method: string | undefined;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

/**
 * Replaces the network. Gives the responses in turn, and repeats the last one. Undo it with
 * `vi.unstubAllGlobals`.
 */
export function stubNetwork(
  ...answers: ((init: RequestInit) => Response | Promise<Response>)[]
): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit) => {
    const respond = answers[Math.min(sent.length, answers.length - 1)];
    sent.push({
      url: String(url),
      method: init.method,
      headers: new Headers(init.headers),
      body: init.body,
      init,
    });
    if (!respond) throw new TypeError('Failed to fetch');
    return respond(init);
  });
  return sent;
}

const meta = { request_id: 'req_1', timestamp: '2026-05-04T10:00:00Z' };

export const success = (data: unknown) => () =>
  new Response(JSON.stringify({ success: true, data, meta }), { status: 200 });

export const failure =
  (status: number, code: string, more: { details?: unknown[]; headers?: HeadersInit } = {}) =>
  () =>
    new Response(
      JSON.stringify({
        success: false,
        error: { code, message: 'Rejected.', details: more.details ?? [], request_id: 'req_9' },
      }),
      { status, ...(more.headers && { headers: more.headers }) },
    );

export const unreachable = () => Promise.reject<Response>(new TypeError('Failed to fetch'));

/** Never responds. Rejects like the browser's fetch when its signal aborts. */
export const silent = ({ signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
