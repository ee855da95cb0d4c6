import type pg from 'pg';
import { digest } from '../base/digest.ts';

/** The name under which a statement is prepared; undefined where it is not. */
export type NameStatement = (text: string) => string | undefined;

/** Statements that a connection keeps prepared. Postgres keeps a plan of each in memory. */
const maxStatements = 200;

/** A script of several statements cannot be prepared. */
const isOneStatement = /^\s*(select|insert|update|delete|with)\b[^;]*$/i;

/** Names no statement, so that none is prepared. */
export const never: NameStatement = () => undefined;

/**
 * Names statements of a connection that leads to one process of Postgres. Behind a pooler the next
 * transaction may meet another process, which knows none of the names: there none is named.
 */
export async function createStatementNames(client: pg.PoolClient): Promise<NameStatement> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const isDirect = 'processID' in client && client.processID === rows[0]?.pid;
  if (!isDirect) return never;
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size === maxStatements || !isOneStatement.test(text))
      return known;
    const name = digest(text).slice(0, 24);
    names.set(text, name);
    return name;
  };
}
