import { type Kysely, sql } from 'kysely';
import { ConfigurationError } from '../../src/errors.ts';
import { codeOf } from '../base/errorCode.ts';
import type { Schema } from './schema.ts';

/** SQLSTATE code of Postgres. */
const insufficientPrivilege = '42501';
const duplicateObject = '42710';
const uniqueViolation = '23505';

interface RoleState {
  user: string;
  exists: boolean;
  canCreate: boolean;
  /** The user can `set role support_app`. */
  canSet: boolean;
}

/**
 * Ensures that the low role exists and that the database user can assume it. Roles belong to the
 * whole cluster, so the role may already exist, or two processes may create it at the same time.
 * @throws ConfigurationError with the command that an administrator must run once
 */
export async function prepareRole(db: Kysely<Schema>): Promise<void> {
  let state = await readState(db);
  if (!state.exists) {
    if (!state.canCreate) throw needsAdministrator(state);
    await createRole(db);
    state = await readState(db);
  }
  if (!state.canSet) await grantRole(db, state);
}

/**
 * Membership is not sufficient since Postgres 16, which grants it to the creator of a role without
 * SET.
 */
async function readState(db: Kysely<Schema>): Promise<RoleState> {
  const { rows } = await sql<RoleState & { version: number }>`
    select current_user as user, rolsuper or rolcreaterole as "canCreate",
      exists (select from pg_roles where rolname = 'support_app') as exists,
      current_setting('server_version_num')::integer as version, false as "canSet"
    from pg_roles where rolname = current_user`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('The database does not know its own user.');
  if (!row.exists) return row;
  const right = row.version >= 160_000 ? 'SET' : 'MEMBER';
  const granted = await sql<{ canSet: boolean }>`
    select pg_has_role(current_user, 'support_app', ${right}) as "canSet"`.execute(db);
  return { ...row, canSet: granted.rows[0]?.canSet ?? false };
}

async function createRole(db: Kysely<Schema>): Promise<void> {
  try {
    await sql`create role support_app nologin`.execute(db);
  } catch (error) {
    const code = codeOf(error);
    if (code !== duplicateObject && code !== uniqueViolation) throw error;
  }
}

async function grantRole(db: Kysely<Schema>, state: RoleState): Promise<void> {
  try {
    await sql`grant support_app to ${sql.id(state.user)}`.execute(db);
  } catch (error) {
    // If two processes grant it at the same time, one of them succeeds.
    if ((await readState(db)).canSet) return;
    if (codeOf(error) === insufficientPrivilege) throw needsAdministrator(state);
    throw error;
  }
}

function needsAdministrator({ user }: RoleState): ConfigurationError {
  return new ConfigurationError(
    `The database user "${user}" cannot use the role support_app. Run once, with the address of an administrator of this Postgres: ADMIN_DATABASE_URL=postgres://postgres:…@host/postgres support-server prepare`,
    'DATABASE_URL',
  );
}
