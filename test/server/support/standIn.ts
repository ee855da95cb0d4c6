import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface StandInRequest {
  method: string;
  /** Includes the query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** The body as it arrived. */
  bytes: Buffer;
}

export interface StandInAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

type Decision = StandInAnswer | 'hang';

export interface StandIn {
  url: string;
  /** Received requests, oldest first. */
  requests: StandInRequest[];
  /** Sets the next responses; `hang` gives none. */
  respond(how: (request: StandInRequest) => Decision | Promise<Decision>): void;
  close(): Promise<void>;
}

/** Starts an HTTP server on this machine that replaces an external system. */
export async function startStandIn(): Promise<StandIn> {
  let decide: Parameters<StandIn['respond']>[0] = () => ({ status: 404 });
  const requests: StandInRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', async () => {
      const { method = '', url: path = '', headers } = incoming;
      const bytes = Buffer.concat(chunks);
      const request = { method, path, headers, body: bytes.toString(), bytes };
      requests.push(request);
      const respond = await decide(request);
      if (respond === 'hang') return;
      const { status, headers: more = {}, body = '' } = respond;
      outgoing.writeHead(status, { Connection: 'close', ...more });
      const isText = typeof body === 'string' || body instanceof Uint8Array;
      outgoing.end(isText ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    respond(how) {
      decide = how;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
