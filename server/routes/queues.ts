import { listQueues } from '../../src/contract/routing.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { readTenant } from '../queries/tenants.ts';

export const listQueuesRoute = asOneStatement(
  route({ ...noInput, ...listQueues }, async ({ trx }) => ({
    queues: (await readTenant(trx)).routing.queues,
  })),
);
