// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Chunks, type FrontDoor, openFrontDoor } from '../../src/frontDoor.ts';
import { createFakeSupport } from '../support/fakeSupport.ts';

const doors: FrontDoor[] = [];
afterEach(() => {
  for (const door of doors.splice(0)) door.launcher.destroy();
  localStorage.clear();
});

/** A front door before an app that writes down what is asked of it. */
function open(chunks: Partial<Chunks> = {}) {
  const asked: string[] = [];
  const app = createFakeSupport(asked);
  const load = vi.fn(async () => ({ startApp: () => app }));
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

  it('runs in order what waited, once something loads the app', async () => {
    const { door, asked, load } = open();
    door.later((app) => app.search('first'), true);
    door.open((app) => app.search('second'));
    await vi.waitFor(() => expect(asked).toEqual(['search first', 'search second']));
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is open as soon as the panel was asked for, and loads app and panel side by side', () => {
    const { door, load, panel } = open();
    expect(door.isOpen()).toBe(false);
    door.open(() => {});
    expect(door.isOpen()).toBe(true);
    expect(door.launcher.button.ariaExpanded).toBe('true');
    expect(load).toHaveBeenCalledTimes(1);
    expect(panel).toHaveBeenCalledTimes(1);
  });

  it('closes again by a second press before the app has come', () => {
    const { door } = open({ app: () => new Promise(() => {}) });
    door.launcher.button.click();
    door.launcher.button.click();
    expect(door.isOpen()).toBe(false);
  });

  it('starts no app that arrives after destroy', async () => {
    const startApp = vi.fn(() => createFakeSupport([]));
    const { door } = open({ app: async () => ({ startApp }) });
    door.open(() => {});
    door.destroy();
    await Promise.resolve();
    await Promise.resolve();
    expect(startApp).not.toHaveBeenCalled();
    expect(door.launcher.host.isConnected).toBe(false);
  });

  it('tries the app again with the next method when it did not load', async () => {
    vi.stubGlobal('reportError', vi.fn());
    const failing = vi.fn().mockRejectedValue(new Error('no network'));
    const { door } = open({ app: failing });
    door.open(() => {});
    await vi.waitFor(() => expect(door.isOpen()).toBe(false));
    door.open(() => {});
    expect(failing).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
  });
});
