import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { notePeer } from '../http/network.ts';

export interface Listening {
  port: number;
  /** Takes no new requests, lets those under way end within `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

export type Fetch = (request: Request) => Response | Promise<Response>;

/** The answer of a server that has its port but is not ready. */
export const starting: Fetch = () =>
  new Response('Starting', { status: 503, headers: { 'Retry-After': '1' } });

/** Serves `fetch` over HTTP. Port 0 takes a free one. Rejects with `EADDRINUSE` when it is taken. */
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
  // A kept-alive connection becomes idle only when its last answer is out.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed.finally(() => {
    clearInterval(idle);
    clearTimeout(cut);
  });
}
