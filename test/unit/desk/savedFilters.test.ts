import { expect, test } from 'vitest';
import type { Api } from '../../../desk/api/api.ts';
import { createSavedFilters } from '../../../desk/model/savedFilters.model.ts';

test('the error of a filter that was not saved stays while the lists are updated', async () => {
  const api: Api = {
    async call(endpoint) {
      if (endpoint.method === 'POST') throw new Error('offline');
      return endpoint.reply.parse({ filters: [] });
    },
    follow: async () => {},
    addressOf: (path) => path,
  };
  const filters = createSavedFilters({
    ...{ name: 'signedIn', api, role: 'agent', mode: 'live' },
    agent: { id: 'me', name: 'Marta', email: 'marta@acme.example' },
    account: { id: 'acme', name: 'Acme', time_zone: null },
  });
  expect(await filters.save({ name: 'Mine', conditions: {}, sort: 'due' })).toBeUndefined();
  const sentence = filters.problem.value;
  expect(sentence).toMatch(/\.$/);
  await filters.load();
  expect(filters.problem.value).toBe(sentence);
});
