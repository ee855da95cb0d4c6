import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { notePeer } from '../http/network.ts';

export interface Listening {
  port: number;
  /**
   * Accepts no new requests. Waits up to `graceMs` for running requests, then closes all
   * connections.
   */
  close(graceMs?: number): Promise<void>;
}

export type Fetch = (request: Request) => Response | Promise<Response>;

/** The response of a server that listens but is not ready. */
export const starting: Fetch = () =>
  new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } });

/**
 * Serves `fetch` over HTTP. Port 0 selects a free port. Rejects with `EADDRINUSE` if the port is
 * taken.
 */
export async function listen(
  fetch: Fetch,
  { port, host }: { port: number; host?: string | undefined },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch(request, { incoming }) {
      notePeer(request, incoming.socket.remoteAddress);
      return fetch(request);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { port: portOf(server.address()), close: (graceMs) => closeServer(server, graceMs) };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return address.port;
}

type Server = ReturnType<typeof createAdaptorServer>;

async function closeServer(server: Server, graceMs = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (!('closeIdleConnections' in server)) return closed;
  // A keep-alive connection becomes idle only after its last response.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed.finally(() => {
    clearInterval(idle);
    clearTimeout(cut);
  });
}
