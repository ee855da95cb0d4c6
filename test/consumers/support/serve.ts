import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { extname, join } from 'node:path';
import type { Duplex } from 'node:stream';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a page on one origin: `/v1/` is the backend, and the rest is a folder or the project's own
 * server.
 */
export async function servePages(
  backend: string,
  pages: { folder: string } | { origin: string },
): Promise<{ url: string; close(): void }> {
  const server = createServer((incoming, outgoing) => {
    if (incoming.url?.startsWith('/v1/')) forward(backend, incoming, outgoing);
    else if ('origin' in pages) forward(pages.origin, incoming, outgoing);
    else sendFile(pages.folder, incoming, outgoing);
  });
  if ('origin' in pages) server.on('upgrade', forwardSocket(pages.origin)); // hot updates of a development server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

function forward(origin: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const target = new URL(incoming.url ?? '/', origin);
  const onward = request(
    target,
    { method: incoming.method, headers: incoming.headers },
    (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  incoming.pipe(onward);
}

function forwardSocket(origin: string) {
  const { hostname, port } = new URL(origin);
  return ({ method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const onward = connect(Number(port), hostname, () => {
      const pairs = rawHeaders.map((text, index) => (index % 2 ? `${text}\r\n` : `${text}: `));
      onward.write(`${method} ${url} HTTP/1.1\r\n${pairs.join('')}\r\n`);
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  };
}

function sendFile(folder: string, { url = '/' }: IncomingMessage, outgoing: ServerResponse): void {
  const { pathname } = new URL(url, 'http://localhost');
  const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  if (!path.startsWith(folder) || !existsSync(path) || !statSync(path).isFile()) {
    outgoing.writeHead(404).end();
    return;
  }
  outgoing.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
  createReadStream(path).pipe(outgoing);
}
