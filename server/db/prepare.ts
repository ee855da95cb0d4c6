import pg from 'pg';
import { ConfigurationError } from '../../src/errors.ts';
import { explainDatabaseFailure } from './explainFailure.ts';

/**
 * Creates with an administrator's rights what a server needs and may not be able to create: the
 * user and database in `url`, and the low role. Existing ones do not change.
 *
 * @returns a description of what was created
 */
export async function prepareDatabase(adminUrl: string, url: string): Promise<string[]> {
  const target = readUrl(url);
  const client = new pg.Client({ connectionString: adminUrl });
  try {
    await client.connect();
  } catch (error) {
    const sentence = error instanceof Error && explainDatabaseFailure(error, 'ADMIN_DATABASE_URL');
    throw sentence ? new ConfigurationError(sentence, 'ADMIN_DATABASE_URL') : error;
  }
  try {
    return await makeMissing(client, target);
  } finally {
    await client.end();
  }
}

interface Target {
  user: string;
  password: string;
  database: string;
}

function readUrl(url: string): Target {
  const { username, password, pathname } = new URL(url);
  const user = decodeURIComponent(username) || 'postgres';
  return {
    user,
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || user,
  };
}

async function makeMissing(client: pg.Client, target: Target): Promise<string[]> {
  const { user, database } = target;
  const [name, base] = [user, database].map((one) => pg.escapeIdentifier(one));
  const made: string[] = [];
  const ask = async (question: string, values: string[]) =>
    (await client.query<{ yes: boolean }>(question, values)).rows[0]?.yes === true;
  const make = async (what: string, statement: string) => {
    await client.query(statement);
    made.push(what);
  };
  const hasRole = 'select exists (select from pg_roles where rolname = $1) as yes';
  if (!(await ask(hasRole, [user]))) {
    const password = pg.escapeLiteral(target.password);
    await make(`the user ${user}`, `create role ${name} login password ${password}`);
  }
  const hasDatabase = 'select exists (select from pg_database where datname = $1) as yes';
  if (!(await ask(hasDatabase, [database]))) {
    // Since Postgres 16, the creator of a role needs another grant to assume it.
    await client.query(`grant ${name} to current_user`);
    await make(`the database ${database}`, `create database ${base} owner ${name}`);
  } else if (
    !(await ask(`select has_database_privilege($1, $2, 'CREATE') as yes`, [user, database]))
  ) {
    await make(`the right to make tables`, `grant create on database ${base} to ${name}`);
  }
  if (!(await ask(hasRole, ['support_app']))) {
    await make('the role support_app', 'create role support_app nologin');
  }
  const isMember = `select exists (select from pg_auth_members m where m.roleid = 'support_app'::regrole
    and m.member = (select oid from pg_roles where rolname = $1)) as yes`;
  if (!(await ask(isMember, [user]))) {
    await make(`the right to use support_app`, `grant support_app to ${name}`);
  }
  return made;
}
