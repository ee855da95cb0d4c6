import { connect, createServer, type Socket } from 'node:net';

export interface CutableProxy {
  port: number;
  /** Closes every connection and accepts no new ones, like a machine that went down. */
  cut(): Promise<void>;
  restore(): Promise<void>;
}

/** Starts a TCP proxy to `target` on this machine, which can be cut and restored. */
export async function startProxy(target: number): Promise<CutableProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return {
    port: address.port,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    restore: () => listen(address.port),
  };
}
