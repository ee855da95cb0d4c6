import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';

/** Records the file, so that the next cleanup removes it from the store. */
const noteRemoval = sql`insert into attachment_removals (tenant_id, storage_key)
  select tenant_id, storage_key from gone`;

/** Statements that run with the deletion of a row, by table. Other tables need no statement. */
const effects: { readonly [Table in keyof Schema]?: RawBuilder<unknown> } = {
  attachments: noteRemoval,
  article_pictures: noteRemoval,
  tickets: sql`insert into ticket_counts (tenant_id, status, assignee_id, mode, snoozed, tickets)
    select tenant_id, status, assignee_id, mode, snoozed_until is not null,
      case when merged_into is null then -1 else 0 end from gone`,
};

/**
 * Deletes rows and applies the effects of their deletion. Rows that a foreign key deletes by
 * cascade have no effects, so delete files before their request. `from`: the table as the statement
 * names it. Returns the number of rows.
 */
export async function deleteRows(
  trx: Transaction<Schema>,
  table: keyof Schema,
  which: RawBuilder<unknown>,
  from: RawBuilder<unknown> = sql.table(table),
): Promise<number> {
  const effect = effects[table];
  const rows = sql`delete from ${from} where ${which}`;
  const { numAffectedRows = 0n } =
    effect === undefined
      ? await rows.execute(trx)
      : await sql`with gone as (${rows} returning *) ${effect}`.execute(trx);
  return Number(numAffectedRows);
}
