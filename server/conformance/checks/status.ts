import { listIntegrations } from '../../../src/contract/integration.ts';
import { getDashboard, getIntegration } from '../../../src/contract/integrationDetail.ts';
import { getStatus } from '../../../src/contract/status.ts';
import { listSyncLogs } from '../../../src/contract/sync.ts';
import { dataOf, expectApiError } from '../answer.ts';
import type { Check, CheckGroup } from '../check.ts';

const lists = {
  'The status page is read without a visitor': getStatus,
  'Integrations are listed with incidents and maintenance': listIntegrations,
  'The dashboard of integrations is read': getDashboard,
  'Syncs are listed': listSyncLogs,
} as const;

const reads = Object.entries(lists).map(
  ([name, endpoint]): Check => ({
    name,
    advice: `Respond to GET ${endpoint.path}, with empty lists where there are no integrations.`,
    async run(backend) {
      dataOf(endpoint, await backend.call(endpoint));
    },
  }),
);

export const status: CheckGroup = {
  name: 'status',
  checks: [
    ...reads,
    {
      name: 'An unknown integration gets NOT_FOUND',
      advice: 'Return 404 NOT_FOUND for integrations that do not exist.',
      async run(backend) {
        const params = { id: '00000000-0000-4000-8000-000000000000' };
        expectApiError(await backend.call(getIntegration, {}, { params }), 'NOT_FOUND');
      },
    },
  ],
};
