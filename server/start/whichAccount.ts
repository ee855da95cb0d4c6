import { ConfigurationError } from '../../src/errors.ts';
import type { Database } from '../db/db.ts';

/** Returns the only account. @throws ConfigurationError unless there is exactly one */
export function onlyAccount(accounts: readonly { id: string; name: string }[]): string {
  const [only, ...more] = accounts;
  if (only !== undefined && more.length === 0) return only.id;
  const list = accounts.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  throw new ConfigurationError(
    only === undefined
      ? 'There is no account yet. Create one: support-server accounts create --name … --email …'
      : `There are several accounts. Choose one: --account <id>\n${list}`,
    'account',
  );
}

/**
 * Returns the account of a command: the named account, or else the only one.
 * @throws ConfigurationError
 */
export async function accountIn(database: Database, named: string | undefined): Promise<string> {
  if (named !== undefined) {
    await checkAccount(database, named);
    return named;
  }
  const { inScope } = await import('../db/scope.ts');
  const { listStoredAccounts } = await import('../queries/accounts.ts');
  return onlyAccount(await inScope(database.kysely, { actor: 'server' }, listStoredAccounts));
}

/** @throws ConfigurationError if `id` is not a UUID, or no account has it */
export async function checkAccount(
  { kysely }: Pick<Database, 'kysely'>,
  id: string,
): Promise<void> {
  const { isUuid } = await import('../base/uuid.ts');
  const { hasTenant } = await import('../queries/tenants.ts');
  if (isUuid(id) && (await hasTenant(kysely, id))) return;
  throw noAccount(id);
}

export function noAccount(id: string): ConfigurationError {
  return new ConfigurationError(
    `There is no account ${id}. To list accounts, run support-server accounts list`,
    'account',
  );
}
