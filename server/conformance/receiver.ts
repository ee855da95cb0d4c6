import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  body: string;
}

export interface WebhookReceiver {
  port: number;
  /** Resolves to the next webhook, or to undefined if none arrives in time. */
  next(timeoutMs: number): Promise<ReceivedWebhook | undefined>;
  close(): Promise<void>;
}

/** Receives webhooks on this machine and responds to each with 200. Port 0 selects a free port. */
export async function startReceiver(port: number): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  let notify = () => {};
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      outgoing.end();
      received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      notify();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  return {
    port: portOf(server.address()),
    async next(timeoutMs) {
      if (received.length === 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          notify = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return received.shift();
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return address.port;
}
