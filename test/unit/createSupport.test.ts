// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SupportEvent } from '../../src/analytics/track.ts';
import { createSupport, type Support, type SupportConfig } from '../../src/index.ts';
import { stubNetwork } from '../support/network.ts';

const made: Support[] = [];

function create(config: SupportConfig = {}) {
  const support = createSupport(config);
  made.push(support);
  const launcher = document.querySelector('penguin-support')?.shadowRoot?.querySelector('button');
  return { support, launcher };
}

/** With options that a page without types may give. */
const createWith = (options: Record<string, unknown>) => create(Object.assign({}, options));

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

  it.each([
    ['apiKey', ''],
    ['apiKey', 'sk_live_1'],
    ['theme', 'azure'],
    ['user', 'Ada'],
    ['links', [null]],
    ['offset', null],
    ['nothing', 'x'],
  ])(
    'reports a wrong %s (%j) once, hands it to onError, and shows its launcher',
    async (name, value) => {
      const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
      const onError = vi.fn();
      const [first, second] = [1, 2].map(() => createWith({ [name]: value, onError }));
      expect(first?.launcher?.ariaLabel).toBe('Contact Support');
      await Promise.all([first?.support.ready, second?.support.ready]);
      expect(onError.mock.calls.map(([error]) => [error.name, error.option])).toEqual(
        Array(2).fill(['ConfigurationError', name]),
      );
      expect(printed).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(`"${name}"`));
    },
  );

  it.each([null, 'pk_test_2', 42])('shows its launcher with %j in place of options', (config) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(Reflect.apply(create, undefined, [config]).launcher).not.toBeNull();
  });

  it('goes on when onError throws', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const onError = () => {
      throw new Error('broken');
    };
    const { support, launcher } = createWith({ theme: 'teal', onError });
    await support.ready;
    expect(launcher?.isConnected).toBe(true);
    expect(warned).toHaveBeenCalledOnce();
  });

  it('keeps its launcher for a mail when the rest cannot start, and says why', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.stubGlobal('reportError', vi.fn());
    const onError = vi.fn();
    vi.spyOn(document, 'addEventListener').mockImplementation(() => {
      throw new TypeError('The page took it away.');
    });
    const { support, launcher } = create({ onError });
    support.open();
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce(), { timeout: 20_000 });
    expect(onError.mock.calls[0]?.[0].message).toBe(
      'The widget could not start: The page took it away.',
    );
    expect(printed).toHaveBeenCalledOnce();
    expect(launcher?.isConnected).toBe(true);
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

  it('lets once hear one event, and on hear until it is stopped', async () => {
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

  it('takes what is right of changes at run time, and reports the rest', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn();
    const { support } = create({ onError, theme: 'light' });
    await support.ready;
    const host = document.querySelector<HTMLElement>('penguin-support');
    const call = (name: 'configure' | 'identify' | 'setConsent' | 'setTheme', value: unknown) => {
      onError.mockClear();
      Reflect.apply(support[name], support, [value]);
      return onError.mock.calls.map(([error]) => error.option);
    };
    expect(call('configure', { apiKey: 'pk_test_2', position: 'left', theme: 'blue' })).toEqual([
      'apiKey',
      'theme',
    ]);
    expect(host?.dataset).toMatchObject({ side: 'left', theme: 'light' });
    expect(call('configure', null)).toEqual(['config']);
    expect(call('configure', { baseUrl: '/x', them: 'dark' })).toEqual(['baseUrl', 'them']);
    expect(call('identify', { id: 'u1', user: { id: 'u1' } })).toEqual(['id']);
    expect(call('identify', null)).toEqual(['config']);
    expect(call('setConsent', 'no')).toEqual(['consent']);
    expect(call('setTheme', 'blue')).toEqual(['theme']);
    expect(call('setTheme', 'dark')).toEqual([]);
    expect(host?.dataset.theme).toBe('dark');
  });

  it('survives arguments that its methods cannot use, and names them', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { support } = create();
    await support.ready;
    const call = (name: keyof Support, ...values: unknown[]) =>
      Reflect.apply(Object(support[name]), support, values);
    call('open', 'settings');
    call('on', 'support_ticket_create', () => {});
    call('place', 'statusBage', document.body);
    call('place', 'helpCenter', null);
    call('place', 'helpCenter', document.createElement('i'), { trigger: '#menu' });
    call('setIntegrations', null);
    call('newTicket', 'My campaign');
    const said = warned.mock.calls.map(([line]) => line).join();
    for (const sentence of [
      'No screen is called "settings"',
      'No event is called "support_ticket_create". Did you mean "support_ticket_created"?',
      'No widget is called "statusBage". Did you mean "statusBadge"?',
      'place("helpCenter") takes an element of the page; it was given null.',
      'The trigger of "helpCenter" takes an element of the page; it was given string.',
      'The form is filled in by an object',
    ]) {
      expect(said).toContain(sentence);
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
