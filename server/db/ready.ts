import { type Kysely, sql } from 'kysely';
import { isDatabaseGone } from './faults.ts';
import type { Schema } from './schema.ts';

const firstDelayMs = 100;
const maxDelayMs = 2_000;

/**
 * Waits for a database that is still starting. `onWait` is called once, with the first error.
 *
 * @throws the last error, after `waitMs` or if waiting is pointless
 */
export async function waitForDatabase(
  db: Kysely<Schema>,
  { waitMs, onWait }: { waitMs: number; onWait(error: unknown): void },
): Promise<void> {
  const end = performance.now() + waitMs;
  for (let delayMs = firstDelayMs; ; delayMs = Math.min(maxDelayMs, delayMs * 2)) {
    try {
      await sql`select 1`.execute(db);
      return;
    } catch (error) {
      if (!isDatabaseGone(error) || performance.now() + delayMs > end) throw error;
      if (delayMs === firstDelayMs) onWait(error);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}
