import type { Hono } from 'hono';
import { sql } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import type { DatabaseAccess } from '../db/db.ts';
import { type Environment, fail, succeed } from '../http/envelope.ts';
import { requestLogger } from '../http/requestLog.ts';

/** Timeout. A database that does not respond in this time counts as unreachable. */
const databaseTimeoutMs = 2_000;

/**
 * Adds `healthz` (the process is running) and `readyz` (the database responds, so requests can be
 * served). Both are public.
 */
export function addProbes(app: Hono<Environment>, database: DatabaseAccess): void {
  app.on('GET', ['/healthz', '/v1/healthz'], (c) => succeed(c, { status: 'ok' }, 200));
  app.on('GET', ['/readyz', '/v1/readyz'], async (c) => {
    try {
      await answersInTime(database);
      return succeed(c, { status: 'ready' }, 200);
    } catch (error) {
      requestLogger(c).warn({ err: error }, 'Not ready: the database does not respond');
      return fail(c, apiErrors.unavailable(error));
    }
  });
}

async function answersInTime({ kysely }: DatabaseAccess): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error('The database does not respond.')),
      databaseTimeoutMs,
    );
  });
  try {
    await Promise.race([sql`select 1`.execute(kysely), late]);
  } finally {
    clearTimeout(timer);
  }
}
