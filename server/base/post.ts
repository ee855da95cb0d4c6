import http from 'node:http';
import https from 'node:https';
import { guard } from './publicInternet.ts';

export interface Posted {
  status: number;
  /** The beginning of the response. */
  body: string;
  retryAfter: string | undefined;
}

export type Post = (
  url: string,
  request: { headers: Record<string, string>; body: string },
) => Promise<Posted>;

const postTimeoutMs = 10_000;
/** Maximum number of characters of a response that are kept. */
const maxBodyLength = 2_000;

/**
 * Creates a function that posts to an address that a customer has chosen. It does not follow
 * redirects. Unless `allowPrivate` is set, it reaches only the public internet, whatever the host
 * name resolves to.
 */
export function createPost({ allowPrivate = false, timeoutMs = postTimeoutMs } = {}): Post {
  return (url, { headers, body }) =>
    new Promise((resolve, reject) => {
      const target = new URL(url);
      const { request } = target.protocol === 'https:' ? https : http;
      const outgoing = request(
        target,
        {
          method: 'POST',
          headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
          agent: false,
          signal: AbortSignal.timeout(timeoutMs),
          ...(!allowPrivate && guard(target)),
        },
        (incoming) => {
          let text = '';
          const finish = () => {
            const { statusCode = 0, headers: answered } = incoming;
            resolve({
              status: statusCode,
              body: text.slice(0, maxBodyLength),
              retryAfter: answered['retry-after'],
            });
          };
          incoming.setEncoding('utf8');
          incoming.on('data', (chunk: string) => {
            text += chunk;
            if (text.length < maxBodyLength) return;
            finish();
            incoming.destroy();
          });
          incoming.on('end', finish);
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
}
