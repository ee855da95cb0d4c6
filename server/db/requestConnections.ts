import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { ConnectionSource } from './pipeline.ts';

/** Timeout for opening a connection. Milliseconds. */
const connectionTimeoutMillis = 5_000;

/** Idle connections that one request has opened. */
interface Lifetime {
  idle: pg.PoolClient[];
  isOver: boolean;
}

export interface RequestConnections extends ConnectionSource {
  /** Runs `work` with its own connections, which are closed after it. */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Opens connections that live as long as the request that opened them, for hosts such as Cloudflare
 * Workers, where a request cannot use the connection of another. Outside of `within`, each
 * connection is used once.
 */
export function createRequestConnections(connectionString: string): RequestConnections {
  const lifetimes = new AsyncLocalStorage<Lifetime>();

  async function open(lifetime: Lifetime | undefined): Promise<pg.PoolClient> {
    const options = { connectionString, connectionTimeoutMillis, pipeline: true };
    const client: pg.PoolClient = Object.assign(new pg.Client(options), {
      release(error?: Error | boolean) {
        if (lifetime === undefined || lifetime.isOver || error) void close(client);
        else lifetime.idle.push(client);
      },
    });
    // The awaited statement fails with this error too. Without a listener it would end the process.
    client.on('error', () => {});
    await client.connect();
    return client;
  }

  return {
    async connect() {
      const lifetime = lifetimes.getStore();
      return lifetime?.idle.pop() ?? open(lifetime);
    },
    async end() {},
    async within(work) {
      const lifetime: Lifetime = { idle: [], isOver: false };
      try {
        return await lifetimes.run(lifetime, work);
      } finally {
        lifetime.isOver = true;
        await Promise.all(lifetime.idle.map(close));
      }
    },
  };
}

/** A broken connection is already closed. */
async function close(client: pg.PoolClient): Promise<void> {
  await client.end().catch(() => {});
}
