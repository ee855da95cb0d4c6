import {
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';

/**
 * A fault of one request. `forward` sends it to the backend and returns its response. Without it,
 * the request never reaches the backend.
 */
export type Fault = (exchange: Exchange) => Promise<void>;

export interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
  forward(): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>;
}

export interface FaultProxy {
  /** Address of the pages and the API behind the proxy. */
  url: string;
  /** Breaks the next `times` writes. */
  arm(fault: Fault, times?: number): void;
  /** Returns how many writes had a fault since it was armed. */
  met(): number;
  /** True while a write or its response is in flight. */
  isWriting(): boolean;
  /** Rejects all connections, or accepts them again. */
  setReachable(isReachable: boolean): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a proxy between the widget and a backend on this machine. It breaks writes as configured.
 * `pages` serves everything that is not the API.
 */
export async function openFaultProxy(backend: () => string, pages: string): Promise<FaultProxy> {
  let armed: Fault | undefined;
  let left = 0;
  let count = 0;
  let writing = 0;
  const server = createServer((incoming, outgoing) => {
    const target = () => (incoming.url?.startsWith('/v1/') ? backend() : pages);
    const exchange: Exchange = { incoming, outgoing, forward: () => forward(incoming, target()) };
    const isWrite = incoming.method === 'POST' && 'idempotency-key' in incoming.headers;
    if (isWrite) {
      writing++;
      outgoing.once('close', () => writing--);
    }
    const fault = isWrite && armed && left > 0 ? armed : pass;
    if (fault !== pass) {
      left--;
      count++;
    }
    // The backend may be down. Then the browser sees a broken connection, as without a proxy.
    fault(exchange).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return {
    url: `http://localhost:${port}/`,
    arm(fault, times = 1) {
      armed = fault;
      left = times;
      count = 0;
    },
    met: () => count,
    isWriting: () => writing > 0,
    async setReachable(isReachable) {
      if (!isReachable) await close(server);
      else await listen(server, port);
    },
    close: () => close(server),
  };
}

const pass: Fault = async ({ outgoing, forward }) => {
  const { status, headers, body } = await forward();
  outgoing.writeHead(status, headers).end(body);
};

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') resolve(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function forward(
  incoming: IncomingMessage,
  backend: string,
): ReturnType<Exchange['forward']> {
  const sent = await bytesOf(incoming);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      new URL(incoming.url ?? '/', backend),
      { method: incoming.method, headers: incoming.headers },
      (response) => {
        const { statusCode: status = 502, headers } = response;
        bytesOf(response).then((body) => resolve({ status, headers, body }), reject);
      },
    );
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks);
}
