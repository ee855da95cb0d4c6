// @vitest-environment happy-dom
import '../support/happyDom.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSupport, type Support, type SupportConfig } from '../../src/index.ts';
import { eventually } from '../support/eventually.ts';
import { explained } from '../support/explained.ts';

let support: Support | undefined;
afterEach(async () => {
  support?.destroy();
  await explained();
});

async function create(config: SupportConfig = {}): Promise<Support> {
  support = createSupport(config);
  await support.ready;
  return support;
}

describe('the methods of an instance', () => {
  it('applies valid changes at run time, and reports the others', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn();
    const support = await create({ onError, theme: 'light' });
    const host = document.querySelector<HTMLElement>('penguin-support');
    const call = async (
      name: 'configure' | 'identify' | 'setConsent' | 'setTheme',
      value: unknown,
    ) => {
      onError.mockClear();
      Reflect.apply(support[name], support, [value]);
      await explained();
      return onError.mock.calls.map(([error]) => error.option);
    };
    expect(
      await call('configure', { apiKey: 'pk_test_2', position: 'left', theme: 'blue' }),
    ).toEqual(['apiKey', 'theme']);
    expect(host?.dataset).toMatchObject({ side: 'left', theme: 'light' });
    expect(await call('configure', null)).toEqual(['config']);
    expect(await call('configure', { baseUrl: '/x', them: 'dark' })).toEqual(['baseUrl', 'them']);
    expect(await call('identify', { id: 'u1', user: { id: 'u1' } })).toEqual(['id']);
    expect(await call('identify', null)).toEqual(['config']);
    expect(await call('setConsent', 'no')).toEqual(['consent']);
    expect(await call('setTheme', 'blue')).toEqual(['theme']);
    expect(await call('setTheme', 'dark')).toEqual([]);
    expect(host?.dataset.theme).toBe('dark');
  });

  it('survives arguments that its methods cannot use, and reports them', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn();
    const support = await create({ onError });
    const call = (name: keyof Support, ...values: unknown[]) =>
      Reflect.apply(Object(support[name]), support, values);
    call('open', 'settings');
    call('on', 'support_ticket_create', () => {});
    call('place', 'statusBage', document.body);
    call('place', 'helpCenter', null);
    call('place', 'helpCenter', document.createElement('i'), { trigger: '#menu' });
    call('setIntegrations', null);
    call('newTicket', 'My campaign');
    call('setContext', ['pro']);
    call('setLocale', 'tlh');
    call('setLocale', 'tlh-KX');
    call('setLocale', 'tlh');
    const sentences = [
      'There are no words for the language "tlh-KX", so the widget speaks English.',
      'No screen is called "settings"',
      'No event is called "support_ticket_create". Did you mean "support_ticket_created"?',
      'No widget is called "statusBage". Did you mean "statusBadge"?',
      'place("helpCenter") takes an element of the page; it was given null.',
      'The trigger of "helpCenter" takes an element of the page; it was given a value of type string.',
      'The form is filled in by an object',
      'setContext takes an object of values',
    ];
    const said = () => warned.mock.calls.map(([line]) => line).join();
    // The list of languages and the code that places widgets load first.
    await eventually(() => {
      for (const sentence of sentences) expect(said()).toContain(sentence);
    });
    const heard = onError.mock.calls.map(([error]) => error.message).join();
    for (const sentence of sentences) expect(heard).toContain(sentence);
    expect(said().match(/language "tlh"/g)).toHaveLength(1);
  });
});
