import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import * as z from 'zod/mini';
import type { Database } from '../../../server/db/db.ts';
import type { Schema } from '../../../server/db/schema.ts';

const Node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.optional(z.string()),
  get Plans() {
    return z.optional(z.array(Node));
  },
});
type Node = z.infer<typeof Node>;
const Explained = z.object({ 'Query Text': z.string(), Plan: Node });

export interface Scan {
  table: string;
  query: string;
}

/** Opens a database that reports the plan of every statement, including those of triggers. */
export async function openExplained(url: string): Promise<{ database: Database; scans: Scan[] }> {
  const admin = new pg.Client(url);
  await admin.connect();
  const name = admin.database ?? '';
  for (const setting of [
    `session_preload_libraries = 'auto_explain'`,
    `auto_explain.log_min_duration = 0`,
    `auto_explain.log_format = 'json'`,
    `auto_explain.log_level = 'notice'`,
    `auto_explain.log_nested_statements = on`,
  ]) {
    await admin.query(`alter database ${name} set ${setting}`);
  }
  await admin.end();
  const scans: Scan[] = [];
  const pool = new pg.Pool({ connectionString: url });
  pool.on('connect', (client) => {
    client.on('notice', ({ message = '' }) => {
      const json = message.slice(message.indexOf('{'));
      if (!message.includes('plan:')) return;
      const { Plan, 'Query Text': query } = z.parse(Explained, JSON.parse(json));
      for (const table of sequential(Plan)) scans.push({ table, query });
    });
  });
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return {
    scans,
    database: {
      kysely,
      isEmbedded: false,
      listen: async () => async () => {},
      close: () => kysely.destroy(),
    },
  };
}

function sequential(node: Node): string[] {
  const own = node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [];
  return [...own, ...(node.Plans ?? []).flatMap(sequential)];
}
