import { describe, expect, it } from 'vitest';
import type { SupportConfig } from '../../src/config.ts';
import { readConfig } from '../../src/readConfig.ts';

/** Options as an untyped page may give them. */
function untyped(options: Record<string, unknown>): SupportConfig {
  const config: SupportConfig = {};
  return Object.assign(config, options);
}

describe('readConfig', () => {
  const right = {
    apiKey: 'pk_test_1',
    baseUrl: '/api/v1',
    email: 'help@example.com',
    locale: 'es-MX',
    messages: { 'ticket.send': 'Go' },
    theme: 'host',
    launcher: false,
    position: 'left',
    offset: { x: 8 },
    zIndex: 10,
    user: null,
    tenant: () => ({ id: 't1' }),
    categories: [{ id: 'billing' }],
    appVersion: '7',
    analytics: [() => {}],
    posthog: false,
    onError: () => {},
  };

  it('keeps valid options unchanged and frozen, and omits undefined ones', () => {
    const { options, wrong } = readConfig(untyped({ ...right, links: undefined }));
    expect(options).toEqual(right);
    expect('links' in options).toBe(false);
    expect(Object.isFrozen(options)).toBe(true);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['apiKey', 'sk_live_1', {}],
    ['apiKey', '', {}],
    ['theme', 'blue', {}],
    ['user', 'Ada', {}],
    ['postion', 'left', {}],
    // A misspelled privacy option must not send more than intended.
    ['consent', 'no', { consent: 'unknown' }],
    ['respectPrivacySignals', 'yes', { respectPrivacySignals: true }],
  ])('only ignores the wrong %s (%j)', (name, value, standIn) => {
    const all: Record<string, unknown> = right;
    const { [name]: _, ...rest } = all;
    expect(readConfig(untyped({ ...rest, [name]: value })).options).toEqual({
      ...rest,
      ...standIn,
    });
  });

  it('sends nothing to the default backend if the configured one is invalid', () => {
    const { options } = readConfig({ apiKey: 'pk_live_1', baseUrl: 'ftp://x.example' });
    expect(options).toEqual({});
  });
});
