import http from 'node:http';
import https from 'node:https';
import { guard } from './publicInternet.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Statuses whose responses have no body. */
const empty: readonly number[] = [204, 205, 304];

/**
 * Returns a `fetch` that does not follow redirects. Unless `allowPrivate` is set, it reaches only
 * the public internet.
 * @throws ClosedTarget for other addresses
 */
export function createFetch({ allowPrivate }: { allowPrivate: boolean }): Fetch {
  return async (url, { method = 'GET', headers, body, signal }) => {
    const target = new URL(url);
    // Converts any kind of request body to bytes and headers.
    const encoded = new Request(url, {
      method,
      ...(headers && { headers }),
      ...(body && { body }),
    });
    const bytes = new Uint8Array(await encoded.arrayBuffer());
    const length = bytes.length === 0 ? {} : { 'Content-Length': bytes.length };
    const { request } = target.protocol === 'https:' ? https : http;
    return new Promise((resolve, reject) => {
      const options = {
        method,
        headers: { ...Object.fromEntries(encoded.headers), ...length },
        agent: false,
        ...(signal && { signal }),
        ...(!allowPrivate && guard(target)),
      } as const;
      const outgoing = request(target, options, (incoming) => resolve(asResponse(incoming)));
      outgoing.on('error', reject);
      outgoing.end(bytes);
    });
  };
}

function asResponse(incoming: http.IncomingMessage): Response {
  const { statusCode: status = 502, headersDistinct } = incoming;
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  if (!empty.includes(status)) return new Response(asStream(incoming), { status, headers });
  incoming.resume();
  return new Response(null, { status, headers });
}

function asStream(incoming: http.IncomingMessage): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      try {
        for await (const chunk of incoming) controller.enqueue(chunk);
        controller.close();
      } catch (error) {
        controller.error(error);
      }
    },
    cancel: () => void incoming.destroy(),
  });
}
