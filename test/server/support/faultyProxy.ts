import type { Intercept } from './conformance.ts';

type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null;

/** Returns a response with another body, status or headers. */
async function changed(
  response: Response,
  change: {
    status?: number;
    headers?: (headers: Headers) => void;
    body?: (text: string) => string;
  },
): Promise<Response> {
  const headers = new Headers(response.headers);
  change.headers?.(headers);
  headers.delete('Content-Length');
  const status = change.status ?? response.status;
  const isEmpty = response.body === null || status === 204 || status === 304;
  if (isEmpty) return new Response(null, { status, headers });
  if (change.body === undefined) return new Response(response.body, { status, headers });
  return new Response(change.body(await response.text()), { status, headers });
}

/** Changes the responses of a method and path. `path`: the end of the path. */
export function answers(
  method: string,
  path: RegExp,
  change: Parameters<typeof changed>[1],
  isWanted: (response: Response) => boolean = () => true,
): Intercept {
  return async (request, next) => {
    const isMeant = request.method === method && path.test(new URL(request.url).pathname);
    const response = await next(request);
    return isMeant && isWanted(response) ? changed(response, change) : response;
  };
}

/** Changes the data of responses. */
export const data = (method: string, path: RegExp, change: (data: Json) => unknown): Intercept =>
  answers(method, path, {
    body(text) {
      const json: unknown = JSON.parse(text);
      if (!isObject(json) || !isObject(json.data)) return text;
      return JSON.stringify({ ...json, data: change(json.data) });
    },
  });

/** Changes the headers of every response. */
export const headers = (change: (headers: Headers) => void): Intercept => {
  return async (request, next) => changed(await next(request), { headers: change });
};

/** Changes requests before they reach the backend. */
export function requests(
  change: (request: Request, url: URL) => { headers?: Headers; url?: URL },
): Intercept {
  return (request, next) => {
    const url = new URL(request.url);
    const { headers: changedHeaders = request.headers, url: target = url } = change(request, url);
    return next(
      new Request(target, {
        method: request.method,
        headers: changedHeaders,
        ...(request.body === null ? {} : { body: request.body, duplex: 'half' as const }),
      }),
    );
  };
}

/** Sends a request with other headers. */
export const sentHeaders = (change: (headers: Headers, request: Request) => void): Intercept =>
  requests((request) => {
    const changedHeaders = new Headers(request.headers);
    change(changedHeaders, request);
    return { headers: changedHeaders };
  });

/** Changes the chunks of streams. */
export const streamed = (change: (chunk: string) => string): Intercept => {
  return async (request, next) => {
    const response = await next(request);
    if (!request.url.endsWith('/stream') || response.body === null) return response;
    const changing = new TransformStream<string, string>({
      transform: (chunk, controller) => controller.enqueue(change(chunk)),
    });
    const text = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(changing);
    return new Response(text.pipeThrough(new TextEncoderStream()), response);
  };
};
