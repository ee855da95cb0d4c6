import { sql } from 'kysely';
import { ConfigurationError } from '../../../src/errors.ts';
import type { Database } from '../../db/db.ts';
import { inScope } from '../../db/scope.ts';

/** A finding: a value and its description. A null value is missing, but needs no action. */
export type Finding<T = true | null> = [T, string];

const maxClockDifferenceMs = 30_000;

export async function readVersion({ kysely, isEmbedded }: Database): Promise<string> {
  const { rows } = await sql<{ version: string; user: string }>`
    select current_setting('server_version') as version, current_user as user`.execute(kysely);
  const [row] = rows;
  return `Postgres ${row?.version}, ${isEmbedded ? 'embedded' : `as ${row?.user}`}`;
}

/** Checks the role of the application, the migrations and the RLS policies. */
export async function checkIsolation({ kysely }: Database): Promise<Finding> {
  const { listPending } = await import('../../db/migrate.ts');
  const { proveIsolation } = await import('../../db/canary.ts');
  const { prepareRole } = await import('../../db/role.ts');
  const { isNile } = await import('../../db/isolation.ts');
  if (!isNile(kysely)) await prepareRole(kysely);
  const pending = await listPending(kysely);
  if (pending.length > 0) {
    return [
      null,
      `pending migrations: ${pending.length}. support-server serve runs them when it starts`,
    ];
  }
  await proveIsolation(kysely);
  const means = isNile(kysely) ? 'nile.tenant_id' : 'row level security';
  return [true, `up to date, and accounts cannot see one another, by ${means}`];
}

/**
 * @throws ConfigurationError if the clocks differ so much that tokens and leases expire at wrong
 * times
 */
export async function checkClock({ kysely }: Database): Promise<Finding> {
  const started = Date.now();
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(kysely);
  const here = (started + Date.now()) / 2;
  const difference = Math.round(Math.abs((rows[0]?.now.getTime() ?? here) - here));
  if (difference <= maxClockDifferenceMs) return [true, `${difference} ms from the database's`];
  throw new ConfigurationError(
    `It differs from the database's by ${Math.round(difference / 1_000)} seconds. Let both machines keep time by NTP, for example: systemctl enable --now systemd-timesyncd`,
    'clock',
  );
}

export async function checkAccounts({ kysely }: Database): Promise<Finding> {
  const { listPending } = await import('../../db/migrate.ts');
  if ((await listPending(kysely)).length > 0)
    return [null, 'unknown until the migrations have run'];
  const { listStoredAccounts } = await import('../../queries/accounts.ts');
  const accounts = await inScope(kysely, { actor: 'server' }, listStoredAccounts);
  if (accounts.length > 0) return [true, `${accounts.length}`];
  return [
    null,
    'none yet. Create one: support-server accounts create --name … --email … --origin …',
  ];
}
