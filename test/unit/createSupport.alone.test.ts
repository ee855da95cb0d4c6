// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SupportEvent } from '../../src/analytics/track.ts';
import { createSupport, type Support, type SupportConfig } from '../../src/index.ts';
import { explained } from '../support/explained.ts';
import { stubNetwork } from '../support/network.ts';
import { stubLocation } from '../support/visited.ts';

const made: Support[] = [];

function create(config: SupportConfig = {}) {
  const support = createSupport(config);
  made.push(support);
  const launcher = document.querySelector('penguin-support')?.shadowRoot?.querySelector('button');
  return { support, launcher };
}

/** Creates one with options that an untyped page may give. */
const createWith = (options: Record<string, unknown>) => create(Object.assign({}, options));

afterEach(async () => {
  await explained();
  for (const support of made.splice(0)) support.destroy();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('createSupport', () => {
  it('shows the launcher immediately, and sends no request', () => {
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

  it.each([
    ['apiKey', ''],
    ['apiKey', 'sk_live_1'],
    ['theme', 'azure'],
    ['user', 'Ada'],
    ['links', [null]],
    ['offset', null],
    ['nothing', 'x'],
  ])(
    'reports a wrong %s (%j) once, passes it to onError, and shows its launcher',
    async (name, value) => {
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
      const onError = vi.fn();
      const [first, second] = [1, 2].map(() => createWith({ [name]: value, onError }));
      expect(first?.launcher?.ariaLabel).toBe('Contact Support');
      await Promise.all([first?.support.ready, second?.support.ready]);
      await explained();
      expect(document.querySelectorAll('penguin-support')).toHaveLength(2);
      expect(onError.mock.calls.map(([error]) => [error.name, error.option])).toEqual(
        Array(2).fill(['ConfigurationError', name]),
      );
      expect(printed).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`"${name}"`));
    },
  );

  it.each([null, 'pk_test_2', 42])('works with %j instead of options', async (config) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const support: Support = Reflect.apply(create, undefined, [config]).support;
    await support.ready;
    support.open();
    expect(support.isOpen).toBe(true);
  });

  it('continues if onError throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const onError = () => {
      throw new Error('broken');
    };
    await createWith({ theme: 'teal', onError }).support.ready;
    await explained();
    expect(warned).toHaveBeenCalledOnce();
  });

  it('keeps its launcher for a mail if the rest cannot start, and reports the reason', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.stubGlobal('reportError', vi.fn());
    const visited = stubLocation();
    const onError = vi.fn();
    vi.spyOn(ShadowRoot.prototype, 'addEventListener').mockImplementation(() => {
      throw new TypeError('The page took it away.');
    });
    const { support, launcher } = create({ onError });
    support.open();
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce(), { timeout: 20_000 });
    expect(onError.mock.calls[0]?.[0].message).toBe(
      'The widget could not start: The page took it away.',
    );
    // Other tests of the process may still log messages.
    const reasons = printed.mock.calls.filter((line) => `${line}`.includes('took it away'));
    expect(reasons).toHaveLength(1);
    expect(launcher?.isConnected).toBe(true);
    await vi.waitFor(() => expect(visited).toHaveLength(1));
  });

  it('captures the press on the launcher before it opens the panel', async () => {
    const events: SupportEvent[] = [];
    const { support, launcher } = create({
      user: { id: 'u1' },
      tenant: () => ({ id: 't1' }),
      analytics: [(event) => events.push(event)],
    });
    launcher?.click();
    expect(support.isOpen).toBe(true);
    await support.ready;
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

  it('passes one event to once, and every event to on until it unsubscribes', async () => {
    const { support } = create();
    await support.ready;
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

  it('resolves ready in the requested language', async () => {
    const { support, launcher } = create({ locale: 'es' });
    await support.ready;
    expect(launcher?.ariaLabel).toBe('Contactar con soporte');
    await support.setLocale('en');
    expect(launcher?.ariaLabel).toBe('Contact Support');
  });
});

it('resolves promises that wait for the code if it is destroyed before the code has loaded', async () => {
  const support = createSupport({ email: 'help@acme.example' });
  const waiting = [support.ready, support.setLocale('es')];
  support.destroy();
  await expect(Promise.all(waiting)).resolves.toEqual([undefined, undefined]);
});
