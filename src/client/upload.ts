import { uploadAttachment } from '../contract/attachment.ts';
import { headers } from '../contract/endpoint.ts';
import { cleanFileName } from '../contract/fileName.ts';
import { NetworkError, TimeoutError } from '../errors.ts';
import { readReply } from './reply.ts';
import { addressOf, type ClientOptions, credentialsOf, withNewToken } from './request.ts';

export interface Upload {
  name: string;
  blob: Blob;
  /** Idempotency-Key. */
  key: string;
}

/**
 * Uploads one file without retries, and returns the id of the attachment. It uses XMLHttpRequest,
 * because `fetch` does not report progress. It counts as lost after the client's timeout without
 * progress.
 *
 * @throws PenguinMailsError; after an abort by the caller's signal, the signal's reason
 */
export function upload(
  file: Upload,
  options: ClientOptions,
  { onProgress, signal }: { onProgress: (share: number) => void; signal: AbortSignal },
): Promise<string> {
  return withNewToken(options, async () => {
    const credentials = await credentialsOf(options, 'visitor');
    signal.throwIfAborted();
    return send(file, options, credentials, onProgress, signal);
  });
}

function send(
  { name, blob, key }: Upload,
  options: ClientOptions,
  credentials: Record<string, string>,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    const stallTimeoutMs = options.timeout ?? 30_000;
    let timer = setTimeout(giveUp, stallTimeoutMs);
    const stop = () => xhr.abort();

    function giveUp(): void {
      end();
      xhr.abort();
      reject(new TimeoutError('Upload stalled. Try again.', { code: 'TIMEOUT' }));
    }
    function end(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
    function lost(): void {
      end();
      reject(new NetworkError('The backend could not be reached.', { code: 'NETWORK' }));
    }

    signal.addEventListener('abort', stop);
    xhr.upload.addEventListener('progress', ({ loaded, total }) => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, stallTimeoutMs);
      onProgress(total > 0 ? loaded / total : 0);
    });
    xhr.addEventListener('error', lost);
    xhr.addEventListener('abort', () => {
      end();
      reject(signal.reason);
    });
    xhr.addEventListener('load', () => {
      end();
      const response = new Response(null, { status: xhr.status, headers: headersOf(xhr) });
      try {
        resolve(
          uploadAttachment.reply.parse(readReply(uploadAttachment, response, xhr.responseText)).id,
        );
      } catch (cause) {
        reject(cause);
      }
    });
    xhr.open('POST', addressOf(uploadAttachment, {}, options.baseUrl));
    const all = {
      ...credentials,
      Accept: 'application/json',
      'Content-Type': 'application/octet-stream',
      [headers.idempotencyKey]: key,
      [headers.fileName]: encodeURIComponent(cleanFileName(name)),
    };
    for (const [header, value] of Object.entries(all)) xhr.setRequestHeader(header, value);
    xhr.send(blob);
  });
}

function headersOf(xhr: XMLHttpRequest): Headers {
  const found = new Headers();
  for (const line of xhr.getAllResponseHeaders().trim().split(/\r\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) found.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return found;
}
