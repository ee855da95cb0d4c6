import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { finishConnect as endpoint } from '../../../src/contract/connect.ts';
import type { Reply } from '../../../src/contract/endpoint.ts';
import type { ConnectResult } from '../../../src/core/connectPorts.ts';
import { ServerError } from '../../../src/errors.ts';
import { createFakeConnector } from '../../support/fakeConnector.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { expiredToken, integrationOf } from '../../support/samples.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const broken = integrationOf('1', { ...expiredToken, provider: 'hubspot' });
const authorization_url = 'https://app.hubspot.example/oauth';

async function open(part: Parameters<typeof createFakeConnector>[0] = {}) {
  const connector = createFakeConnector(part);
  const startConnect = vi.fn(async () => ({
    authorization_url,
    proof: 'proof-1',
    expires_at: new Date(Date.now() + 600_000).toISOString(),
  }));
  const checkIntegration = vi.fn(async () => integrationOf('1', { provider: 'hubspot' }));
  const integration = integrationOf('1', { provider: 'hubspot' });
  const finishConnect = vi.fn(
    async (): Promise<Reply<typeof endpoint>> => ({ outcome: 'connected', integration }),
  );
  const listIntegrations = async () => ({
    integrations: [broken],
    incidents: [],
    maintenance: [],
  });
  const context = createTestContext({
    api: createFakeApi({ startConnect, finishConnect, checkIntegration, listIntegrations }),
    connector,
  });
  const model = await context.integrations.load();
  await model.refresh();
  const answer = (part: Partial<ConnectResult>) =>
    connector.answer({
      attempt: connector.keys[0] ?? '',
      outcome: 'granted',
      provider: 'hubspot',
      integration: '1',
      receipt: 'receipt-1',
      ...part,
    });
  const outcomes = () =>
    context.events
      .filter(({ name }) => name === 'support_integration_reconnect')
      .map(({ properties }) => Reflect.get(properties, 'outcome'));
  const attempt = () => model.attemptOf('1').value;
  return {
    connector,
    context,
    model,
    startConnect,
    finishConnect,
    checkIntegration,
    answer,
    outcomes,
    attempt,
  };
}

describe('reconnect', () => {
  it('opens a window, waits for its result, and checks', async () => {
    const { model, connector, answer, attempt, outcomes, finishConnect } = await open();
    await model.reconnect(broken);
    expect(connector.went).toEqual([authorization_url]);
    expect(attempt().at).toBe('waiting');
    expect(answer({})).toBe(true);
    expect(attempt().at).toBe('checking');
    await vi.advanceTimersByTimeAsync(0);
    expect(attempt().at).toBe('connected');
    expect(finishConnect).toHaveBeenCalledWith({
      params: { provider: 'hubspot' },
      body: { proof: 'proof-1', receipt: 'receipt-1' },
    });
    expect(model.find('1').value?.health.state).toBe('healthy');
    expect(connector.popup.isClosed).toBe(true);
    expect(outcomes()).toEqual(['started', 'connected']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('uses this tab if no window opens', async () => {
    const { model, connector } = await open({ open: () => null });
    await model.reconnect(broken);
    expect(connector.went).toEqual([`tab ${authorization_url}`]);
  });

  it('reports that the provider did not grant access after all', async () => {
    const { model, answer, attempt, outcomes, finishConnect, checkIntegration } = await open();
    finishConnect.mockResolvedValue({ outcome: 'failed' });
    await model.reconnect(broken);
    answer({});
    await vi.advanceTimersByTimeAsync(0);
    expect(attempt()).toEqual({ at: 'notConnected', why: 'failed' });
    expect(outcomes()).toEqual(['started', 'failed']);
    expect(checkIntegration).not.toHaveBeenCalled();
  });

  it('reports that access was denied', async () => {
    const { model, answer, attempt, checkIntegration } = await open();
    await model.reconnect(broken);
    answer({ outcome: 'denied' });
    expect(attempt()).toEqual({ at: 'notConnected', why: 'denied' });
    expect(checkIntegration).not.toHaveBeenCalled();
  });

  it('ignores the result of another attempt', async () => {
    const { model, answer, attempt } = await open();
    await model.reconnect(broken);
    expect(answer({ attempt: 'another' })).toBe(false);
    expect(attempt().at).toBe('waiting');
  });

  it('reports that the window was closed, and still accepts a late result', async () => {
    const { model, connector, answer, attempt, outcomes } = await open();
    await model.reconnect(broken);
    connector.popup.isClosed = true;
    await vi.advanceTimersByTimeAsync(3_000);
    expect(attempt()).toEqual({ at: 'notConnected', why: 'cancelled' });
    expect(answer({})).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(attempt().at).toBe('connected');
    expect(outcomes()).toEqual(['started', 'cancelled', 'connected']);
  });

  it('ends if no one signs in in time', async () => {
    const { model, attempt } = await open();
    await model.reconnect(broken);
    await vi.advanceTimersByTimeAsync(601_000);
    expect(attempt()).toEqual({ at: 'notConnected', why: 'timeout' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('closes the window again if the backend does not start', async () => {
    const { model, startConnect, connector, attempt } = await open();
    startConnect.mockRejectedValue(new ServerError('down'));
    await model.reconnect(broken);
    expect(attempt().at).toBe('failed');
    expect(connector.popup.isClosed).toBe(true);
  });

  const back = {
    attempt: 'k',
    outcome: 'granted',
    provider: 'hubspot',
    integration: '1',
    receipt: 'receipt-1',
  } as const;

  it('shows the result to the visitor who returns in this tab', async () => {
    const { model, context, attempt } = await open({
      takeReturn: () => ({ result: back, proof: 'proof-1' }),
    });
    await model.takeReturn();
    expect(context.messenger.isOpen.value).toBe(true);
    expect(context.messenger.screen.value).toEqual({ id: 'integration', integration: '1' });
    expect(attempt().at).toBe('connected');
  });

  it('shows nothing if another tab waits for the result', async () => {
    const { model, context } = await open({
      takeReturn: () => ({ result: back, proof: null }),
      deliver: async () => true,
    });
    await model.takeReturn();
    expect(context.messenger.isOpen.value).toBe(false);
  });

  it('rejects a result of an attempt that was not started here', async () => {
    const { model, context, finishConnect } = await open({
      takeReturn: () => ({ result: back, proof: null }),
    });
    await model.takeReturn();
    expect(model.stray.value).toBe(true);
    expect(context.messenger.screen.value).toEqual({ id: 'status' });
    expect(finishConnect).not.toHaveBeenCalled();
  });
});
