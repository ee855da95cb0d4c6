import type pg from 'pg';
import { digest } from '../base/digest.ts';

/** Returns the name under which a statement is prepared, or undefined if it is not prepared. */
export type NameStatement = (text: string) => string | undefined;

/**
 * Maximum number of statements that a connection keeps prepared. Postgres keeps a plan of each in
 * memory.
 */
const maxStatements = 200;

const single = /^\s*(select|insert|update|delete|with|begin|commit)\b[^;]*$/i;

/** A script with several statements cannot be prepared. */
export const isSingle = (text: string): boolean => single.test(text);

/** Returns no names, so that no statement is prepared. */
export const never: NameStatement = () => undefined;

/**
 * Creates names for a connection that always reaches the same Postgres process. Behind a pooler,
 * the next transaction may reach another process, which does not know the names. Then no statement
 * is prepared.
 */
export async function createStatementNames(client: pg.PoolClient): Promise<NameStatement> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const isDirect = 'processID' in client && client.processID === rows[0]?.pid;
  if (!isDirect) return never;
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size === maxStatements || !isSingle(text)) return known;
    const name = digest(text).slice(0, 24);
    names.set(text, name);
    return name;
  };
}
