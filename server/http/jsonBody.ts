import { limits } from '../../src/contract/limits.ts';
import { apiErrors } from '../base/apiErrors.ts';

/** Reads the body as JSON, with at most `limit` bytes. */
export async function readJson(request: Request, limit: number = limits.body): Promise<unknown> {
  const [type] = (request.headers.get('Content-Type') ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') throw apiErrors.unsupportedMediaType();
  const bytes = await readBytes(request, limit);
  const { text, value } = parseJson(bytes);
  // JSON can escape the letters of a name.
  if (/__proto__|\\u005f/i.test(text) && hasProtoName(value)) {
    throw apiErrors.malformed(
      'The body has a field named "__proto__", which cannot be stored. Rename it.',
    );
  }
  return value;
}

function parseJson(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch (error) {
    throw apiErrors.malformed(
      'The body is not valid JSON in UTF-8. Check its syntax and encoding.',
      error,
    );
  }
}

/** Searches without recursion, because a body can nest deep. */
function hasProtoName(body: unknown): boolean {
  const open = [body];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return true;
    for (const inner of Object.values(value)) open.push(inner);
  }
  return false;
}

/** Reads the body, with at most `limit` bytes. @throws PenguinMailsError `PAYLOAD_TOO_LARGE` */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('Content-Length')) > limit) throw apiErrors.payloadTooLarge(limit);
  // The server enforces a declared length, so the body can be read at once without a stream.
  if (request.headers.has('Content-Length')) return readWhole(request, limit);
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > limit) throw apiErrors.payloadTooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readWhole(request: Request, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > limit) throw apiErrors.payloadTooLarge(limit);
  return bytes;
}
