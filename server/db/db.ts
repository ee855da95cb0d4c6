import type { Kysely } from 'kysely';
import type { Isolation } from './isolation.ts';
import type { Schema } from './schema.ts';

export interface DatabaseAccess {
  kysely: Kysely<Schema>;
  /** True if the database is embedded in this process, which is the only one that uses it. */
  isEmbedded: boolean;
  close(): Promise<void>;
}

export interface Database extends DatabaseAccess {
  /**
   * Listens to the notifications of a channel. Calls `onLost` if the connection is lost. Returns a
   * function that stops listening.
   */
  listen(
    channel: string,
    listener: (payload: string) => void,
    onLost: (error: Error) => void,
  ): Promise<() => Promise<void>>;
}

export interface DatabaseOptions {
  /** A Postgres connection string. Default: the embedded database. */
  databaseUrl?: string | undefined;
  /** The same database without a pooler, which LISTEN needs. Default: `databaseUrl`. */
  databaseUrlDirect?: string | undefined;
  /** Maximum number of connections to Postgres, not counting the one that listens. Default 20. */
  databasePoolSize?: number | undefined;
  /** The isolation of accounts. Default: `nile` for an address of NileDB, otherwise `rls`. */
  databaseIsolation?: Isolation | undefined;
  /** Folder of the embedded database. Created if missing. */
  folder: string;
  /** Called if an idle connection is lost. The next transaction opens another one. */
  onLost?: (error: Error) => void;
}

/**
 * Opens Postgres, or the database embedded in this process. Loads only the packages that are
 * needed.
 */
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
  return openPglite(options.folder, options.onLost);
}
