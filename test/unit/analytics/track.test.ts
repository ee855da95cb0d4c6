import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTracker, type SupportEvent } from '../../../src/analytics/track.ts';

const opened = { source: 'help_center' } as const;

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('createTracker', () => {
  it('passes every event with an ISO timestamp to all sinks', () => {
    vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00.123Z') });
    const [one, other] = [vi.fn(), vi.fn()];
    createTracker([one, other]).track('support_menu_open', opened);
    const event = {
      name: 'support_menu_open',
      properties: { source: 'help_center', timestamp: '2026-05-04T10:00:00.123Z' },
    };
    expect(one).toHaveBeenCalledExactlyOnceWith(event);
    expect(other).toHaveBeenCalledExactlyOnceWith(event);
  });

  it('continues if a sink throws, and reports it to the developer', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const cause = new Error('analytics is down');
    const last = vi.fn();
    const throwing = () => {
      throw cause;
    };
    createTracker([throwing, last]).track('support_menu_open', opened);
    expect(last).toHaveBeenCalledOnce();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('support_menu_open'), cause);
  });

  it('passes one event or all to a listener, until it unsubscribes', () => {
    const tracker = createTracker([]);
    const heard: string[] = [];
    const note = (who: string) => (event: SupportEvent) => heard.push(`${who} ${event.name}`);
    const stop = tracker.on('support_panel_open', note('one'));
    tracker.on('*', note('all'));
    tracker.track('support_panel_open', { screen: 'home' });
    tracker.track('support_menu_open', opened);
    stop();
    tracker.track('support_panel_open', { screen: 'home' });
    expect(heard).toEqual([
      'one support_panel_open',
      'all support_panel_open',
      'all support_menu_open',
      'all support_panel_open',
    ]);
  });

  it('lets a listener unsubscribe during a call, and still calls the others', () => {
    const tracker = createTracker([]);
    const last = vi.fn();
    const stop = tracker.on('*', () => stop());
    tracker.on('*', last);
    tracker.track('support_menu_open', opened);
    expect(last).toHaveBeenCalledOnce();
  });
});
