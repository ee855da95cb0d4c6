// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SupportEvent } from '../../src/analytics/track.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { createSupport, type Support, type SupportConfig } from '../../src/index.ts';
import { stubNetwork } from '../support/network.ts';

const made: Support[] = [];

function create(config: SupportConfig = {}) {
  const support = createSupport(config);
  made.push(support);
  const launcher = document.querySelector('penguin-support')?.shadowRoot?.querySelector('button');
  return { support, launcher };
}

afterEach(() => {
  for (const support of made.splice(0)) support.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('createSupport', () => {
  it('shows the launcher at once, and asks nothing of the backend', () => {
    const sent = stubNetwork();
    const { launcher } = create({ apiKey: 'pk_test_1' });
    expect(launcher?.ariaLabel).toBe('Contact Support');
    expect(sent).toEqual([]);
  });

  it('leaves no element after destroy, with any number of instances', () => {
    const html = document.documentElement.outerHTML;
    const supports = [create(), create(), create()];
    expect(document.querySelectorAll('penguin-support')).toHaveLength(3);
    for (const { support } of supports) support.destroy();
    expect(document.documentElement.outerHTML).toBe(html);
  });

  it('refuses a wrong option before anything is on the page', () => {
    expect(() => create({ apiKey: 'sk_live_1' })).toThrow(ConfigurationError);
    expect(document.querySelector('penguin-support')).toBeNull();
  });

  it('captures the press on the launcher before it opens the panel', () => {
    const events: SupportEvent[] = [];
    const { support, launcher } = create({
      user: { id: 'u1' },
      tenant: () => ({ id: 't1' }),
      analytics: [(event) => events.push(event)],
    });
    launcher?.click();
    expect(support.isOpen).toBe(true);
    expect(events.map(({ name }) => name)).toEqual(['support_button_click', 'support_panel_open']);
    expect(events[0]?.properties).toMatchObject({
      source: 'floating_button',
      user_id: 'u1',
      tenant_id: 't1',
    });
    launcher?.click();
    expect(support.isOpen).toBe(false);
    expect(events.at(-1)).toMatchObject({
      name: 'support_panel_close',
      properties: { seconds_open: 0 },
    });
  });

  it('keeps keys that are typed into the widget from the shortcuts of the page', () => {
    const { launcher } = create();
    const shortcuts = vi.fn();
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, shortcuts, { once: true });
      launcher?.dispatchEvent(new KeyboardEvent(type, { key: 'k', bubbles: true, composed: true }));
      expect(shortcuts).not.toHaveBeenCalled();
      document.removeEventListener(type, shortcuts);
    }
  });

  it('returns the focus to where it came from, or to the launcher if that is gone', () => {
    const { support, launcher } = create();
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    support.open();
    button.blur();
    support.close();
    expect(document.activeElement).toBe(button);
    support.open();
    button.remove();
    support.close();
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(launcher);
  });

  it('lets once hear one event, and on hear until it is stopped', () => {
    const { support } = create();
    const [once, on] = [vi.fn(), vi.fn()];
    support.once('support_panel_open', once);
    const stop = support.on('support_panel_open', on);
    for (const _time of [1, 2]) {
      support.open();
      support.close();
    }
    stop();
    support.toggle();
    expect(once).toHaveBeenCalledTimes(1);
    expect(on).toHaveBeenCalledTimes(2);
  });

  it('refuses to change at run time what is fixed, or to a wrong value', () => {
    const { support } = create();
    for (const options of [{ apiKey: 'pk_test_2' }, { baseUrl: '/x' }, { theme: 'blue' }]) {
      expect(() => Reflect.apply(support.configure, support, [options])).toThrow(
        ConfigurationError,
      );
    }
  });

  it('resolves ready in the language asked for', async () => {
    const { support, launcher } = create({ locale: 'es' });
    await support.ready;
    expect(launcher?.ariaLabel).toBe('Contactar con soporte');
    await support.setLocale('en');
    expect(launcher?.ariaLabel).toBe('Contact Support');
  });
});
