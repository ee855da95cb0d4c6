// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEventSender } from '../../../src/client/eventSender.ts';
import { createIdentity } from '../../../src/client/identity.ts';
import type { TrackedEvent } from '../../../src/contract/event.ts';
import { failure, stubNetwork, success, unreachable } from '../../support/network.ts';

const event: TrackedEvent = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'support_menu_open',
  timestamp: '2026-05-04T10:00:00Z',
  properties: { source: 'help_center' },
};
const visitorId = 'visitor-0123456789abcdef';
const batch = { visitorId, distinctId: 'ph-1', events: [event] };
const options = {
  apiKey: 'pk_test_1',
  baseUrl: 'https://api.example.com/v1/',
  visitorId: () => visitorId,
};

afterEach(() => vi.unstubAllGlobals());

describe('createEventSender', () => {
  it('sends a batch by the contract, in a request that survives page unload', async () => {
    const sent = stubNetwork(success({ stored: 1 }));
    expect(await createEventSender(options).send(batch)).toEqual({ at: 'stored' });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.example.com/v1/support/events',
    });
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer pk_test_1');
    expect(sent[0]?.headers.get('X-Visitor-Id')).toBe(visitorId);
    expect(JSON.parse(String(sent[0]?.body))).toEqual({ distinct_id: 'ph-1', events: [event] });
    expect(sent[0]?.init).toMatchObject({ keepalive: true, credentials: 'omit' });
  });

  it.each([
    ['nothing', unreachable, { at: 'later', seconds: undefined }],
    [
      'the page of a network',
      () => new Response('<h1>Log in</h1>'),
      { at: 'later', seconds: undefined },
    ],
    ['other JSON', () => new Response('{"ok":true}'), { at: 'later', seconds: undefined }],
    ['408', failure(408, 'TIMEOUT'), { at: 'later', seconds: undefined }],
    [
      '429',
      failure(429, 'RATE_LIMITED', { headers: { 'Retry-After': '7' } }),
      { at: 'later', seconds: 7 },
    ],
    ['503', failure(503, 'UNAVAILABLE'), { at: 'later', seconds: undefined }],
    ['422', failure(422, 'VALIDATION_ERROR'), { at: 'rejected' }],
    ['401', failure(401, 'INVALID_KEY'), { at: 'closed' }],
    ['404, as a backend without events', failure(404, 'NOT_FOUND'), { at: 'closed' }],
  ] as const)('interprets the response %s of the backend', async (_what, respond, outcome) => {
    stubNetwork(respond);
    expect(await createEventSender(options).send(batch)).toEqual(outcome);
  });

  it('uses the host’s identity for the current visitor, but not for an earlier one', async () => {
    const sent = stubNetwork(success({ stored: 1 }));
    const identity = createIdentity(() => 'token');
    const sender = createEventSender({ ...options, identity });
    await sender.send(batch);
    await sender.send({ ...batch, visitorId: 'somebody-before-12345678' });
    expect(sent.map(({ headers }) => headers.get('X-Visitor-Token'))).toEqual(['token', null]);
  });

  it('fetches another token if one is rejected', async () => {
    stubNetwork(failure(401, 'INVALID_TOKEN'), success({ stored: 1 }));
    const getToken = vi.fn(() => 'token');
    const sender = createEventSender({ ...options, identity: createIdentity(getToken) });
    expect(await sender.send(batch)).toEqual({ at: 'later', seconds: undefined });
    expect(await sender.send(batch)).toEqual({ at: 'stored' });
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('hands the browser a text body with the key, because a beacon has no headers', async () => {
    const sendBeacon = vi.fn(() => true);
    vi.stubGlobal('navigator', { sendBeacon });
    stubNetwork(success({ stored: 1 }));
    const sender = createEventSender({ ...options, identity: createIdentity(() => 'token') });
    const read = () => JSON.parse(String(Reflect.get(sendBeacon.mock.calls.at(-1) ?? [], 1)));
    expect(sender.beacon(batch)).toBe(true);
    expect(read()).toEqual({
      key: 'pk_test_1',
      visitor: visitorId,
      distinct_id: 'ph-1',
      events: [event],
    });
    await sender.send(batch);
    sender.beacon(batch);
    expect(read()).toMatchObject({ key: 'pk_test_1', identity: 'token' });
    expect(read()).not.toHaveProperty('visitor');
  });

  it('works if an extension has removed beacons', () => {
    vi.stubGlobal('navigator', {});
    expect(createEventSender(options).beacon(batch)).toBe(false);
  });
});
