import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import * as z from 'zod/mini';
import type { Database } from '../../../server/db/db.ts';
import type { Schema } from '../../../server/db/schema.ts';

const Node = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.optional(z.string()),
  'Index Name': z.optional(z.string()),
  'Rows Removed by Filter': z.optional(z.number()),
  get Plans() {
    return z.optional(z.array(Node));
  },
});
type Node = z.infer<typeof Node>;
const Explained = z.object({ 'Query Text': z.string(), Plan: Node });

export interface Scan {
  table: string;
  /** The scan reads the whole table. */
  isWhole: boolean;
  /** Name of the index that selects the rows. */
  index: string | undefined;
  /** Number of rows that were read in vain. */
  discarded: number;
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
    `auto_explain.log_analyze = on`,
    `auto_explain.log_timing = off`,
    `auto_explain.log_level = 'notice'`,
    `auto_explain.log_nested_statements = on`,
    // As after five executions of a prepared statement.
    `plan_cache_mode = 'force_generic_plan'`,
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
      for (const scan of scansOf(Plan)) scans.push({ ...scan, query });
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

function scansOf(node: Node): Omit<Scan, 'query'>[] {
  const table = node['Relation Name'];
  const isWhole = node['Node Type'] === 'Seq Scan';
  const discarded = node['Rows Removed by Filter'] ?? 0;
  // In a bitmap scan, the index belongs to the node below.
  const index = node['Index Name'] ?? node.Plans?.[0]?.['Index Name'];
  const own = table === undefined ? [] : [{ table, isWhole, index, discarded }];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}
