import { type Kysely, sql } from 'kysely';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { type Background, startLoop } from './loop.ts';

const worker = { actor: 'worker' } as const;
const inSeconds = (seconds: number) => sql<Date>`now() + ${seconds} * interval '1 second'`;

interface ChoresOptions {
  db: Kysely<Schema>;
  logger: Logger;
  /**
   * Recurring chores by name. Each can be interrupted, by `signal` or the end of the process, and
   * run again.
   */
  chores: Readonly<Record<string, (signal: AbortSignal) => Promise<void>>>;
  /** Time between two runs of a chore. Default 1 hour. */
  everySeconds?: number | undefined;
  /**
   * Time after which a chore runs again if it failed, or if its process ended. Default 10 minutes.
   */
  retrySeconds?: number | undefined;
  /** Interval between checks for due chores. Default 1 minute. */
  pollMs?: number | undefined;
}

/** Runs recurring chores. If several processes run, only one of them runs a chore at a time. */
export function startChores(options: ChoresOptions): Background {
  const { db, logger, chores } = options;
  const { everySeconds = 3_600, retrySeconds = 600, pollMs = 60_000 } = options;
  const names = Object.keys(chores);
  let areKnown = false;

  async function run(signal: AbortSignal): Promise<boolean> {
    if (!areKnown) await addChores(db, names);
    areKnown = true;
    const name = await claimChore(db, names, retrySeconds);
    if (name === undefined) return false;
    try {
      await chores[name]?.(signal);
      if (!signal.aborted) await endChore(db, name, everySeconds);
    } catch (error) {
      logger.warn({ chore: name, err: error }, 'Periodic task failed; will run again');
    }
    return true;
  }

  return startLoop({ name: 'chores', everyMs: pollMs, run, logger });
}

async function addChores(db: Kysely<Schema>, names: readonly string[]): Promise<void> {
  await inScope(db, worker, (trx) =>
    trx
      .insertInto('chores')
      .values(names.map((name) => ({ name })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Claims a due chore, and moves its due time so that no other process claims it too. */
async function claimChore(
  db: Kysely<Schema>,
  names: readonly string[],
  leaseSeconds: number,
): Promise<string | undefined> {
  const taken = await inScope(db, worker, (trx) =>
    trx
      .with(
        (cte) => cte('due').materialized(),
        (query) =>
          query
            .selectFrom('chores')
            .select('name')
            .where('name', 'in', names)
            .where('due_at', '<=', sql<Date>`now()`)
            .orderBy('due_at')
            .limit(1)
            .forUpdate()
            .skipLocked(),
      )
      .updateTable('chores')
      .from('due')
      .set({ due_at: inSeconds(leaseSeconds) })
      .whereRef('chores.name', '=', 'due.name')
      .returning('chores.name')
      .executeTakeFirst(),
  );
  return taken?.name;
}

async function endChore(db: Kysely<Schema>, name: string, afterSeconds: number): Promise<void> {
  await inScope(db, worker, (trx) =>
    trx
      .updateTable('chores')
      .set({ due_at: inSeconds(afterSeconds) })
      .where('name', '=', name)
      .execute(),
  );
}
