import { describe, expect, it, vi } from 'vitest';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { integrationOf } from '../../support/samples.ts';

describe('a sync on demand', () => {
  it.each([
    ['sync', 'syncing', 0],
    ['test', 'connected', 1],
  ] as const)('applies the state after a %s', async (requested, state, checks) => {
    const { connection } = integrationOf('a');
    const integration = integrationOf('a', { connection: { ...connection, state } });
    const checkIntegration = vi.fn(async () => integration);
    const syncIntegration = vi.fn(async () => ({ requested, integration }));
    const listIntegrations = async () => ({
      integrations: [integrationOf('a')],
      incidents: [],
      maintenance: [],
    });
    const all = createFakeApi({ checkIntegration, syncIntegration, listIntegrations });
    const model = await createTestContext({ api: all }).integrations.load();
    await model.refresh();
    await model.sync('a');
    expect(syncIntegration.mock.calls).toEqual([[{ params: { id: 'a' } }, expect.anything()]]);
    expect(checkIntegration).toHaveBeenCalledTimes(checks);
    expect(model.find('a').value?.connection.state).toBe(state);
  });
});
