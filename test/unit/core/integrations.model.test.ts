import { effect } from '@preact/signals-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IntegrationStatus } from '../../../src/contract/integration.ts';
import type { LiveEvent } from '../../../src/contract/live.ts';
import { ServerError } from '../../../src/errors.ts';
import { createFakeApi, createFakePage, createTestContext } from '../../support/fakes.ts';
import { integrationOf } from '../../support/samples.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const answerOf = (...integrations: IntegrationStatus[]) => ({
  integrations,
  incidents: [],
  maintenance: [],
});

async function open(first: readonly IntegrationStatus[]) {
  let visible = true;
  let look = () => {};
  const listIntegrations = vi.fn(async () => answerOf(...first));
  const page = createFakePage({
    isVisible: () => visible,
    onVisibility(listener) {
      look = listener;
      return () => {};
    },
  });
  const context = createTestContext({ api: createFakeApi({ listIntegrations }), page });
  const heard = new Set<(event: LiveEvent) => void>();
  context.live.on = (listener) => {
    heard.add(listener);
    return () => heard.delete(listener);
  };
  const model = await context.integrations.load();
  return {
    context,
    model,
    listIntegrations,
    see(isVisible: boolean) {
      visible = isVisible;
      look();
    },
  };
}

describe('createIntegrationsModel', () => {
  it('loads all integrations once for two hundred badges, with one timer', async () => {
    const { model, listIntegrations } = await open([integrationOf('a'), integrationOf('b')]);
    for (let index = 0; index < 200; index++) model.watch();
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(listIntegrations).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('renders only the badge of the changed integration', async () => {
    const { model, listIntegrations } = await open([integrationOf('a'), integrationOf('b')]);
    model.watch();
    await vi.advanceTimersByTimeAsync(0);
    const drawn: string[] = [];
    for (const id of ['a', 'b']) {
      effect(() => {
        drawn.push(`${id} ${model.find(id).value?.health.state}`);
      });
    }
    drawn.length = 0;
    const [b] = model.all.value.slice(1);
    listIntegrations.mockResolvedValue(
      answerOf(...model.all.value.slice(0, 1), {
        ...integrationOf('b'),
        health: { ...integrationOf('b').health, ...b?.health, state: 'degraded' },
      }),
    );
    await model.refresh();
    expect(drawn).toEqual(['b degraded']);
  });

  it.each([
    ['healthy', 300],
    ['degraded', 60],
    ['unhealthy', 30],
    ['unknown', 30],
  ] as const)(
    'with the worst state %s, sends the next request after %i seconds',
    async (state, seconds) => {
      const { model, listIntegrations } = await open([
        integrationOf('a'),
        integrationOf('b', { health: { state } }),
      ]);
      model.watch();
      await vi.advanceTimersByTimeAsync(0);
      await vi.advanceTimersByTimeAsync(seconds * 1_000 - 1_000);
      expect(listIntegrations).toHaveBeenCalledTimes(1);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(listIntegrations).toHaveBeenCalledTimes(2);
    },
  );

  it('sends nothing while the page is hidden or nothing is shown, and immediately when it is due', async () => {
    const { model, listIntegrations, see } = await open([integrationOf('a')]);
    const stop = model.watch();
    await vi.advanceTimersByTimeAsync(0);
    see(false);
    await vi.advanceTimersByTimeAsync(900_000);
    expect(listIntegrations).toHaveBeenCalledTimes(1);
    see(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(listIntegrations).toHaveBeenCalledTimes(2);
    stop();
    stop();
    await vi.advanceTimersByTimeAsync(900_000);
    expect(listIntegrations).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the previous state if a request fails', async () => {
    const { model, listIntegrations } = await open([integrationOf('a')]);
    model.watch();
    await vi.advanceTimersByTimeAsync(0);
    listIntegrations.mockRejectedValue(new ServerError('down'));
    await model.refresh();
    expect(model.state.value.at).toBe('failed');
    expect(model.all.value.map(({ id }) => id)).toEqual(['a']);
  });

  it('returns unknown for a state that is too old', async () => {
    const { model, listIntegrations } = await open([integrationOf('a')]);
    model.watch();
    await vi.advanceTimersByTimeAsync(0);
    expect(model.summary.value).toEqual({ count: 1, working: 1, worst: 'ok' });
    listIntegrations.mockRejectedValue(new ServerError('down'));
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(model.summary.value).toEqual({ count: 1, working: 0, worst: 'unknown' });
  });

  it('finds one by id before provider, and excludes unused ones from the count', async () => {
    const { model } = await open([
      integrationOf('1', { provider: 'hubspot' }),
      integrationOf('2', { provider: 'hubspot' }),
      integrationOf('3', { lifecycle: 'deprecated' }),
      integrationOf('4', { connection: { state: 'disconnected' } }),
    ]);
    await model.refresh();
    expect(model.find('hubspot').value?.id).toBe('1');
    expect(model.find('2').value?.id).toBe('2');
    expect(model.find('gone').value).toBeUndefined();
    expect(model.summary.value.count).toBe(2);
  });

  it('sends no request for integrations that the page reports', async () => {
    const context = createTestContext();
    expect(context.integrations.isConnected.value).toBe(false);
    context.integrations.set([{ id: 'hubspot', name: 'HubSpot', health: { state: 'healthy' } }]);
    const model = await context.integrations.load();
    model.watch();
    await vi.advanceTimersByTimeAsync(10);
    expect(model.summary.value).toEqual({ count: 1, working: 1, worst: 'ok' });
    context.integrations.set([
      {
        id: 'hubspot',
        name: 'HubSpot',
        connection: { state: 'disconnected', ever_connected: true },
      },
    ]);
    expect(model.summary.value.worst).toBe('action_needed');
  });

  it('loads several changes of the backend together', async () => {
    let emit = (_event: LiveEvent) => {};
    const listIntegrations = vi.fn(async () => answerOf(integrationOf('a')));
    const context = createTestContext({ api: createFakeApi({ listIntegrations }) });
    context.live.on = (listener) => {
      emit = listener;
      return () => {};
    };
    // The model received the live port before; it listens through the same object.
    const model = await context.integrations.load();
    model.watch();
    await vi.advanceTimersByTimeAsync(0);
    emit({ type: 'integration', integration_id: 'a' });
    emit({ type: 'integration', integration_id: 'b' });
    emit({ type: 'resync' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(listIntegrations).toHaveBeenCalledTimes(2);
  });
});
