import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { openForFile } from './support/database.ts';
import { createTenant } from './support/tenant.ts';

const database = openForFile();

test('a nested transaction is an error, not a deadlock', async () => {
  const { id } = await createTenant(database.kysely);
  const nested = inScope(database.kysely, { actor: 'worker' }, () =>
    inScope(database.kysely, { actor: 'operator', tenantId: id }, async () => {}),
  );
  await expect(nested).rejects.toThrow('A transaction of "worker" is open');
});
