import type { Kysely } from 'kysely';
import type { Isolation } from './isolation.ts';
import type { Schema } from './schema.ts';

export interface DatabaseAccess {
  kysely: Kysely<Schema>;
  /** Embedded in this process, which is then the only one that uses it. */
  isEmbedded: boolean;
  close(): Promise<void>;
}

export interface Database extends DatabaseAccess {
  /**
   * Listens to the notifications of a channel. Calls `onLost` when the connection ends by itself.
   * Returns how to stop.
   */
  listen(
    channel: string,
    listener: (payload: string) => void,
    onLost: (error: Error) => void,
  ): Promise<() => Promise<void>>;
}

export interface DatabaseOptions {
  /** A Postgres connection string. Without it the embedded database is used. */
  databaseUrl?: string | undefined;
  /** The same database without a pooler in between, which LISTEN needs. Default: `databaseUrl`. */
  databaseUrlDirect?: string | undefined;
  /** Connections to Postgres at most, besides one that listens. Default 20. */
  databasePoolSize?: number | undefined;
  /** How accounts are kept apart. Default: `nile` for an address of NileDB, else `rls`. */
  databaseIsolation?: Isolation | undefined;
  /** Folder of the embedded database; made when missing. */
  folder: string;
  /** Called when an idle connection breaks; the next transaction opens another. */
  onLost?: (error: Error) => void;
}

/** Opens Postgres, or the database embedded in this process. Each loads only the packages it needs. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.databaseUrl !== undefined) {
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(options.databaseUrl, {
      onLost: options.onLost,
      directUrl: options.databaseUrlDirect,
      poolSize: options.databasePoolSize,
      isolation: options.databaseIsolation,
    });
  }
  const { openPglite } = await import('./pglite.ts');
  return openPglite(options.folder);
}
