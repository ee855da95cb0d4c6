import type { Database } from '../db/db.ts';
import type { ServerEnvironment } from './environment.ts';

/**
 * Runs `work` on the database of the environment. Migrates its tables first, unless `migrates` is
 * false. Packages are imported lazily, so that an error can name a missing one.
 */
export async function withDatabase(
  work: (database: Database, environment: ServerEnvironment) => Promise<void>,
  { migrates = true } = {},
): Promise<void> {
  const { readEnvironment } = await import('./environment.ts');
  const { openDatabase } = await import('../db/db.ts');
  const { migrate } = await import('../db/migrate.ts');
  const environment = readEnvironment(process.env, { port: 0 });
  const database = await openDatabase(environment);
  try {
    if (migrates) await migrate(database.kysely);
    await work(database, environment);
  } finally {
    await database.close();
  }
}
