import { type Kysely, sql } from 'kysely';

/** Renames the reason of rejected mails, and the rejected files in jobs that are queued. */
const rename = (column: [string, string], files: [string, string]) => `
  alter table support.received_mails rename column ${column[0]} to ${column[1]};
  alter table support.jobs no force row level security;
  update support.jobs
    set payload = jsonb_set(payload, '{files}',
      to_jsonb(replace(payload ->> 'files', '"${files[0]}":', '"${files[1]}":')))
    where type = 'receive_mail' and payload ? 'files';
  alter table support.jobs force row level security;
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(rename(['refused', 'rejection'], ['refused', 'rejected'])).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql.raw(rename(['rejection', 'refused'], ['rejected', 'refused'])).execute(db);
}
