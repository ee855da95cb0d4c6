import { headers } from '../../../src/contract/endpoint.ts';
import { type App, type Caller, headersOf } from './api.ts';
import { newId } from './tenant.ts';

/** A picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Sent {
  name?: string;
  bytes?: Uint8Array | string | ReadableStream<Uint8Array>;
  idempotencyKey?: string;
}

export function upload(
  app: App,
  caller: Caller,
  { name = 'picture.png', bytes = png, idempotencyKey = newId() }: Sent = {},
  more: Record<string, string> = {},
): Promise<Response> | Response {
  const init = {
    method: 'POST',
    body: bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes,
    duplex: 'half',
    headers: {
      ...headersOf(caller),
      'Idempotency-Key': idempotencyKey,
      [headers.fileName]: encodeURIComponent(name),
      ...more,
    },
  };
  return app.request('/v1/support/attachments', init);
}
