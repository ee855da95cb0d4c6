import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAwaitedModel } from '../../../src/core/awaited.model.ts';
import { createTestContext } from '../../support/fakes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = Date.parse('2026-03-02T09:00:00Z');

/** A visitor who waits for HubSpot, which is broken at the minute 0. */
async function waitForHubSpot() {
  const { integrations, visitor } = createTestContext();
  const model = await integrations.load();
  const awaited = createAwaitedModel(visitor);
  /** A check at a minute, with an interval of a minute. */
  const check = (state: 'healthy' | 'unhealthy', minute: number, interval = 60) => {
    vi.setSystemTime(start + minute * 60_000);
    const lastCheck = new Date().toISOString();
    const health = { state, lastCheck, interval };
    model.set([{ id: 'hubspot', name: 'HubSpot', category: 'crm', health }]);
    awaited.observe(model);
    return awaited.isBack('hubspot', model);
  };
  check('unhealthy', 0);
  const status = model.find('hubspot').value;
  if (!status) throw new Error('The integration is missing.');
  awaited.wait(status);
  return { awaited, check, visitor };
}

describe('an awaited integration', () => {
  it('is back when it has worked for five minutes', async () => {
    const { check } = await waitForHubSpot();
    expect(check('healthy', 1)).toBe(false);
    expect(check('healthy', 4)).toBe(false);
    expect(check('healthy', 5)).toBe(true);
  });

  it('is not back while it fails in between', async () => {
    const { check } = await waitForHubSpot();
    check('healthy', 3);
    check('unhealthy', 4);
    expect(check('healthy', 6)).toBe(false);
    expect(check('healthy', 9)).toBe(true);
    expect(check('unhealthy', 10)).toBe(false);
  });

  it('needs two checks if they are rare', async () => {
    const { check } = await waitForHubSpot();
    expect(check('healthy', 10, 600)).toBe(false);
    expect(check('healthy', 20, 600)).toBe(true);
  });

  it('is still awaited on the next page, until it is forgotten', async () => {
    const { awaited, visitor } = await waitForHubSpot();
    expect(createAwaitedModel(visitor).all.value).toEqual([
      { id: 'hubspot', name: 'HubSpot', brokenAt: start },
    ]);
    awaited.forget('hubspot');
    expect(createAwaitedModel(visitor).all.value).toEqual([]);
    expect(visitor.store.get('awaited')).toBeNull();
  });

  it('is not awaited if another version has stored it', async () => {
    const { visitor } = await waitForHubSpot();
    visitor.store.set('awaited', '[{"id":"hubspot"}]');
    expect(createAwaitedModel(visitor).all.value).toEqual([]);
  });
});
