import type { AdminApi } from './adminApi.ts';
import { readEnvironment } from './environment.ts';

/**
 * Returns the server of this machine that has the embedded database open, for commands that only it
 * can run.
 */
export async function findRunningServer(): Promise<AdminApi | undefined> {
  const environment = readEnvironment(process.env, { port: 0 });
  if (environment.databaseUrl !== undefined) return undefined;
  const { createAdminApi, findServer } = await import('./adminApi.ts');
  const place = await findServer(environment);
  return place && createAdminApi(fetch, place);
}
