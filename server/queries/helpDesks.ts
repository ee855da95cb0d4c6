import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { KeyMode } from '../../src/contract/role.ts';
import { isOpenAccount } from '../db/openAccount.ts';
import type { Schema } from '../db/schema.ts';
import { inScope, ofTenant } from '../db/scope.ts';
import { queueSelectedJobs } from '../queue/jobs.ts';

type Trx = Transaction<Schema>;

/**
 * Returns a query for the job that brings a request up to date in the team's help desk, if one is
 * chosen for its mode.
 */
export function deskJob(ticketId: string): RawBuilder<unknown> {
  return sql`select gen_random_uuid(), 'desk_send', jsonb_build_object('ticketId', tickets.id)
    from tickets join help_desks
      on help_desks.tenant_id = tickets.tenant_id and help_desks.mode = tickets.mode
    where tickets.tenant_id = ${ofTenant} and tickets.id = ${ticketId}`;
}

/** Queues the `deskJob`. Costs no round trip. */
export function queueForDesk(trx: Trx, ticketId: string): Promise<void> {
  return queueSelectedJobs(trx, [deskJob(ticketId)]);
}

/** Returns the id of the integration in which requests of a mode live. */
export async function findHelpDesk(trx: Trx, mode: KeyMode): Promise<string | undefined> {
  const found = await trx
    .selectFrom('help_desks')
    .select('integration_id')
    .where('tenant_id', '=', ofTenant)
    .where('mode', '=', mode)
    .executeTakeFirst();
  return found?.integration_id;
}

/** Returns the ids of the integrations that are help desks. */
export async function listHelpDesks(trx: Trx): Promise<Set<string>> {
  const found = await trx
    .selectFrom('help_desks')
    .select('integration_id')
    .where('tenant_id', '=', ofTenant)
    .execute();
  return new Set(found.map(({ integration_id }) => integration_id));
}

/** Chooses the help desk for the requests of a mode. It replaces the previous choice. */
export async function chooseHelpDesk(
  trx: Trx,
  chosen: { mode: KeyMode; integration_id: string; every_seconds: number },
): Promise<void> {
  const { integration_id, every_seconds } = chosen;
  await trx
    .insertInto('help_desks')
    .values(chosen)
    .onConflict((same) =>
      same
        .columns(['tenant_id', 'mode'])
        .doUpdateSet({ integration_id, every_seconds, due_at: sql<Date>`now()` }),
    )
    .execute();
}

/** Removes the choice of a help desk. New requests then live in the built-in desk only. */
export async function releaseHelpDesk(trx: Trx, integrationId: string): Promise<void> {
  await trx
    .deleteFrom('help_desks')
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .execute();
}

/** Lists the help desks of all accounts that are due for a request for changes. */
export function listDueDesks(db: Kysely<Schema>) {
  return inScope(db, { actor: 'worker' }, (trx) =>
    trx
      .selectFrom('help_desks')
      .select(['tenant_id as tenantId', 'mode'])
      .where('due_at', '<=', sql<Date>`now()`)
      .where(isOpenAccount('help_desks.tenant_id'))
      .execute(),
  );
}

/**
 * Claims the request for changes of a help desk. Returns its integration to exactly one caller,
 * which queues the request in this transaction.
 */
export async function claimDueDesk(trx: Trx, mode: KeyMode): Promise<string | undefined> {
  const claimed = await trx
    .updateTable('help_desks')
    .set({ due_at: sql<Date>`now() + every_seconds * interval '1 second'` })
    .where('tenant_id', '=', ofTenant)
    .where('mode', '=', mode)
    .where('due_at', '<=', sql<Date>`now()`)
    .returning('integration_id')
    .executeTakeFirst();
  return claimed?.integration_id;
}

/** Returns the time since which changes in a help desk are unknown. */
export async function findCheckedAt(trx: Trx, integrationId: string): Promise<Date | undefined> {
  const found = await trx
    .selectFrom('help_desks')
    .select('checked_at')
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .executeTakeFirst();
  return found?.checked_at;
}

export async function setCheckedAt(trx: Trx, integrationId: string, time: Date): Promise<void> {
  await trx
    .updateTable('help_desks')
    .set({ checked_at: time })
    .where('tenant_id', '=', ofTenant)
    .where('integration_id', '=', integrationId)
    .execute();
}
