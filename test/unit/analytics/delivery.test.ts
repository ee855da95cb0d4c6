// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPostHog, createSender, createTestDelivery, namesOf } from './support.ts';

const opened = { source: 'help_center' } as const;
const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a delivered event', () => {
  it('is sent to PostHog and to the backend with one id, and with the tenant as group of this event only', async () => {
    const posthog = createPostHog();
    const { sender, sent } = createSender();
    const { track, visitor } = createTestDelivery({
      posthog,
      sender,
      who: { tenant: { id: 't1' } },
    });
    track('support_menu_open', opened);
    await vi.advanceTimersByTimeAsync(5_000);
    const id = sent[0]?.events[0]?.id;
    expect(id).toMatch(uuid);
    expect(posthog.capture).toHaveBeenCalledExactlyOnceWith(
      'support_menu_open',
      {
        source: 'help_center',
        timestamp: '2026-05-04T10:00:00.000Z',
        $current_url: 'https://app.example.com/campaigns',
        $referrer: null,
        $groups: { organization: 't1' },
      },
      { uuid: id, timestamp: new Date('2026-05-04T10:00:00Z') },
    );
    expect(sent).toEqual([
      {
        visitorId: visitor.id(),
        distinctId: 'ph-1',
        events: [
          {
            id,
            name: 'support_menu_open',
            timestamp: '2026-05-04T10:00:00.000Z',
            properties: { source: 'help_center' },
          },
        ],
      },
    ]);
  });

  it('has the id of the request if the backend records it too', async () => {
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({ sender, posthog: false });
    const ticket_id = '5f0c6d1e-1111-4222-8333-444455556666';
    track('support_ticket_created', {
      ticket_id,
      ticket_number: 'PM-1',
      category: 'technical',
      priority: 'low',
      customer_tier: null,
      original_mailto_attempt: false,
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent[0]?.events[0]).toMatchObject({ id: ticket_id });
    expect(sent[0]?.events[0]?.properties).not.toHaveProperty('ticket_id');
  });

  it('contains no address and no query, and is within the limits of the backend', async () => {
    const posthog = createPostHog({ get_distinct_id: () => 'ada@example.com' });
    const { sender, sent } = createSender();
    const { track } = createTestDelivery({
      posthog,
      sender,
      who: { tenant: { id: 'a@b.example' } },
    });
    track('support_button_click', {
      source: 'floating_button',
      user_id: 'ada@example.com',
      tenant_id: 't1',
    });
    track('support_link_click', { source: 'home', name: '/x?token=1', category: 'contact' });
    track('support_suggestion_shown', { source: 'home', slugs: `${'a'.repeat(199)}💌\0` });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent[0]?.distinctId).toBeUndefined();
    expect(sent[0]?.events.map(({ properties }) => properties)).toEqual([
      { source: 'floating_button', tenant_id: 't1' },
      { source: 'home', category: 'contact' },
      { source: 'home', slugs: 'a'.repeat(199) },
    ]);
    expect(JSON.stringify(posthog.capture.mock.calls)).not.toMatch(/@|token/);
  });

  it('is not attributed to another visitor than its own', async () => {
    const { sender, sent } = createSender();
    const { track, visitor, settings } = createTestDelivery({
      sender,
      settings: { consent: 'unknown' },
    });
    track('support_menu_open', opened);
    visitor.identify({ user: { id: 'u2' } });
    track('support_search', { length: 3, results: 1 });
    settings.value = { consent: 'granted' };
    await vi.advanceTimersByTimeAsync(5_000);
    expect(namesOf(sent)).toEqual(['support_search']);
    expect(sent[0]?.visitorId).toBe(visitor.id());
  });
});
