import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { ConnectionSource } from './pipeline.ts';

/** How long a connection may take. Milliseconds. */
const connectionTimeoutMillis = 5_000;

/** The connections that one request has opened and does not use at the moment. */
interface Lifetime {
  idle: pg.PoolClient[];
  isOver: boolean;
}

export interface RequestConnections extends ConnectionSource {
  /** Does `work` with connections of its own, which end with it. */
  within<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Connections that live as long as the request that opened them, for hosts such as Cloudflare
 * Workers on which no request may use a connection of another. Outside of `within` each is used once.
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
    // The statement that is waited for fails with it too; without a listener it would end the process.
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

/** A connection that is broken is closed already. */
async function close(client: pg.PoolClient): Promise<void> {
  await client.end().catch(() => {});
}
