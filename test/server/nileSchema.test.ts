import { expect, test } from 'vitest';
import { migrations } from '../../server/db/migrate.ts';
import { openForFile } from './support/database.ts';
import { readNileSchema } from './support/nileSchema.ts';

const database = openForFile();

test('the schema of NileDB matches that of Postgres; `vitest -u` updates it', async () => {
  const schema = await readNileSchema(database.kysely);
  const last = Object.keys(migrations).at(-1);
  await expect(`/** Generated from the migrations by test/server/nileSchema.test.ts. Update it with -u. */
export const nileSchema = \`
${schema};
\`;

/** The last migration that it contains. */
export const nileMigration = '${last}';
`).toMatchFileSnapshot('../../server/db/migrations/nile.ts');
});
