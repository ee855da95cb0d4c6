import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntegrationStatus } from '../../../src/contract/integration.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { integrationOf } from '../../support/samples.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answerOf = (...integrations: IntegrationStatus[]) => ({
  integrations,
  incidents: [],
  maintenance: [],
});

async function open(first: readonly IntegrationStatus[]) {
  const listIntegrations = vi.fn(async () => answerOf(...first));
  const context = createTestContext({ api: createFakeApi({ listIntegrations }) });
  return { context, listIntegrations, model: await context.integrations.load() };
}

describe('integrations of several organizations', () => {
  it('drops its data when the organization changes, and loads again', async () => {
    const { context, model, listIntegrations } = await open([integrationOf('northwind')]);
    model.watch();
    await vi.advanceTimersByTimeAsync(0);
    expect(model.find('northwind').value).toBeDefined();
    listIntegrations.mockResolvedValue(answerOf(integrationOf('contoso')));
    context.visitor.identify({ tenant: { id: 'contoso' } });
    expect(model.all.value).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(model.all.value.map(({ id }) => id)).toEqual(['contoso']);
    context.visitor.identify({ tenant: { id: 'contoso', name: 'Contoso' } });
    await vi.advanceTimersByTimeAsync(300);
    expect(listIntegrations).toHaveBeenCalledTimes(2);
  });

  it('does not show a response for the previous organization', async () => {
    const { context, model, listIntegrations } = await open([]);
    let answer = (_rows: ReturnType<typeof answerOf>) => {};
    listIntegrations.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const reading = model.refresh();
    await vi.advanceTimersByTimeAsync(0);
    context.visitor.identify({ tenant: { id: 'contoso' } });
    answer(answerOf(integrationOf('northwind')));
    await reading;
    expect(model.all.value).toEqual([]);
  });
});
