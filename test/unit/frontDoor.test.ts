// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runAll } from '../../src/app/app.ts';
import { type Chunks, type FrontDoor, openFrontDoor } from '../../src/frontDoor.ts';
import { createFakeSupport } from '../support/fakeSupport.ts';
import { stubLocation } from '../support/visited.ts';

const doors: FrontDoor[] = [];
let reported = vi.spyOn(console, 'error');
/** Addresses that the page was sent to. */
let visited: string[] = [];
beforeEach(() => {
  reported = vi.spyOn(console, 'error').mockImplementation(() => {});
  visited = stubLocation();
});
afterEach(() => {
  for (const door of doors.splice(0)) {
    door.destroy();
    door.launcher.destroy(); // the app that would do it is a fake
  }
  localStorage.clear();
});

/** Opens a front door with an app that records its calls, and fails to load `failures` times. */
function open(chunks: Partial<Chunks> = {}, failures = 0) {
  let left = failures;
  const asked: string[] = [];
  const app = createFakeSupport(asked);
  const load = vi.fn(async () => {
    if (left-- > 0) throw new Error('no network');
    return { startApp: () => app, runAll };
  });
  const panel = vi.fn(async () => ({}));
  const door = openFrontDoor({}, { app: load, panel, idle: async () => {}, ...chunks });
  doors.push(door);
  return { door, asked, load, panel };
}

describe('the front door', () => {
  it('loads nothing until something needs it', () => {
    const { door, load, panel } = open();
    door.later(() => {}, true);
    expect(load).not.toHaveBeenCalled();
    expect(panel).not.toHaveBeenCalled();
  });

  it('runs queued calls in order when something loads the app', async () => {
    const { door, asked, load } = open();
    door.later((app) => app.search('first'), true);
    door.open((app) => app.search('second'));
    await vi.waitFor(() => expect(asked).toEqual(['search first', 'search second']));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is open as soon as the panel is requested, and loads app and panel in parallel', () => {
    const { door, load, panel } = open();
    expect(door.launcher.button.ariaExpanded).toBe('false');
    door.open(() => {});
    expect(door.launcher.button.ariaExpanded).toBe('true');
    expect(load).toHaveBeenCalledTimes(1);
    expect(panel).toHaveBeenCalledTimes(1);
  });

  it('closes at a second press before the app has loaded', () => {
    const { door } = open({ app: () => new Promise(() => {}) });
    door.launcher.button.click();
    door.launcher.button.click();
    expect(door.launcher.button.ariaExpanded).toBe('false');
  });

  it('writes no mail for an app that failed after destroy', async () => {
    const { door, load } = open({}, 1);
    door.open((app) => app.open());
    door.destroy();
    await Promise.allSettled(load.mock.results.map(({ value }) => value));
    await Promise.resolve();
    expect(visited).toEqual([]);
    expect(reported).not.toHaveBeenCalled();
  });

  it('starts no app that loads after destroy', async () => {
    const startApp = vi.fn(() => createFakeSupport([]));
    const { door } = open({ app: async () => ({ startApp, runAll }) });
    door.open(() => {});
    door.destroy();
    await Promise.resolve();
    await Promise.resolve();
    expect(startApp).not.toHaveBeenCalled();
    expect(door.launcher.host.isConnected).toBe(false);
  });

  it('loads the app again with the next method if it failed to load', async () => {
    const { door, asked, load } = open({}, 1);
    door.later((app) => app.setTheme('dark'));
    await vi.waitFor(() => expect(reported).toHaveBeenCalled());
    door.later((app) => app.suggest(['a']));
    await vi.waitFor(() => expect(asked).toEqual(['setTheme dark', 'suggest a']));
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('writes a mail instead of opening the panel, and does not open it later', async () => {
    const { door, asked } = open({}, 1);
    door.open((app) => app.newTicket());
    await vi.waitFor(() =>
      expect(visited).toEqual(['mailto:support@penguinmails.com?subject=%5BSupport%5D']),
    );
    expect(door.launcher.button.ariaExpanded).toBe('false');
    door.later((app) => app.setTheme('dark'));
    await vi.waitFor(() => expect(asked).toEqual(['setTheme dark']));
  });

  it('runs queued calls even after one that throws', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { door, asked } = open();
    door.later(() => {
      throw new TypeError('A wrong argument.');
    }, true);
    door.open((app) => app.search('x'));
    await vi.waitFor(() => expect(asked).toEqual(['search x']));
    expect(warned).toHaveBeenCalledOnce();
  });
});
