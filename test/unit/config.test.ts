import { afterEach, describe, expect, it, vi } from 'vitest';
import { baseUrlOf, parseConfig, type SupportConfig } from '../../src/config.ts';
import { ConfigurationError } from '../../src/errors.ts';

/** Options as a page without types may give them. */
function untyped(options: Record<string, unknown>): SupportConfig {
  const config: SupportConfig = {};
  return Object.assign(config, options);
}

function refusal(options: Record<string, unknown>): ConfigurationError {
  try {
    parseConfig(untyped(options));
  } catch (cause) {
    if (cause instanceof ConfigurationError) return cause;
    throw cause;
  }
  throw new Error(`Accepted: ${JSON.stringify(options)}`);
}

afterEach(() => vi.restoreAllMocks());

describe('parseConfig', () => {
  const link = { name: 'Docs', url: 'https://x.example', category: 'learning', icon: 'PlayIcon' };
  const field = { id: 'os', label: 'System', type: 'text', required: true };

  it.each([
    ['apiKey', 'abc', '"abc"', 'pk_live_'],
    ['apiKey', 12, '12', 'pk_test_'],
    ['apiKey', 'pk_live_x\r\nEvil: 1', '"pk_live_x\\r\\nEvil: 1"', 'pk_test_'],
    ['baseUrl', 'ftp://x.example', '"ftp://x.example"', 'http or https'],
    ['baseUrl', 'javascript:alert(1)', '"javascript:alert(1)"', 'http or https'],
    ['email', 'nobody', '"nobody"', 'e-mail address'],
    ['email', 'a@b.example?bcc=c@d.example,e@f.example', '"a@b.example?bcc', 'e-mail address'],
    ['locale', 'klingon!', '"klingon!"', '"auto" or a language tag'],
    ['messages', { 'ticket.send': 1 }, 'an object', 'sentences by key'],
    ['theme', 'blue', '"blue"', '"light", "dark", "auto", "host"'],
    ['launcher', 'yes', '"yes"', 'true or false'],
    ['position', 'top', '"top"', '"end", "start", "left", "right"'],
    ['offset', { x: '24px' }, 'an object', 'in pixels'],
    ['offset', [24, 24], 'a list', 'in pixels'],
    ['zIndex', 1.5, '1.5', 'a whole number'],
    ['user', 'Ada', '"Ada"', 'an object or a function'],
    ['tenant', 5, '5', 'an object or a function'],
    ['links', {}, 'an object', 'a list of { name'],
    ['links', [{ ...link, url: 'javascript:alert(1)' }], 'a list', 'http, https, mailto or tel'],
    ['categories', ['billing'], 'a list', 'a list of { id'],
    ['fields', [{ ...field, type: 'file' }], 'a list', 'a list of { id'],
    ['appVersion', 7, '7', 'text'],
    ['analytics', [() => {}, null], 'a list', 'a list of functions'],
    ['posthog', true, 'true', 'a PostHog instance, { apiKey, host, load }, or false'],
    [
      'posthog',
      { apiKey: 'phc_1' },
      'an object',
      'a PostHog instance, { apiKey, host, load }, or false',
    ],
    ['consent', 'yes', '"yes"', '"granted", "denied", "unknown"'],
    ['flags', { search: 'a-flag' }, 'an object', 'keys of flags by part'],
    ['flags', { helpCenter: {} }, 'an object', 'keys of flags by part'],
    ['posthog', null, 'null', 'a PostHog instance, { apiKey, host, load }, or false'],
  ])(
    'refuses a wrong %s (%j) and says what came and what is allowed',
    (option, value, came, allowed) => {
      const error = refusal({ [option]: value });
      expect(error.option).toBe(option);
      expect(error.message).toContain(`"${option}"`);
      expect(error.message).toContain(` is ${came}`);
      expect(error.message.split('allowed: ')[1]).toContain(allowed);
    },
  );

  it('refuses a secret key without repeating it', () => {
    const error = refusal({ apiKey: 'sk_live_verysecret' });
    expect(error.option).toBe('apiKey');
    expect(error.message).toContain('secret key');
    expect(error.message).not.toContain('verysecret');
  });

  it.each([
    ['posthog', { apiKey: 'phc_1', personalApiKey: 'phx_verysecret' }],
    ['posthog', { apiKey: 'phx_verysecret' }],
    ['personalApiKey', 'phx_verysecret'],
  ])('refuses a personal key of PostHog in %s', (option, value) => {
    const error = refusal({ [option]: value });
    expect(error.option).toBe(option);
    expect(error.message).toContain('secret key');
    expect(error.message).not.toContain('verysecret');
  });

  it.each([null, 'pk_live_x', []])('refuses %j in place of the options', (config) => {
    expect(() => Reflect.apply(parseConfig, undefined, [config])).toThrow(ConfigurationError);
  });

  it('keeps what it accepts as it is, frozen, and leaves undefined out', () => {
    const given = untyped({
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
      links: [link],
      categories: [{ id: 'billing' }],
      fields: [field],
      appVersion: '7',
      analytics: [() => {}],
      posthog: false,
    });
    const config = parseConfig({ ...given, ...untyped({ baseUrl: undefined }) });
    const { baseUrl: _gone, ...rest } = given;
    expect(config).toEqual(rest);
    expect('baseUrl' in config).toBe(false);
    expect(Object.isFrozen(config)).toBe(true);
    expect(parseConfig(given)).toEqual(given);
  });

  it.each([
    ['apikey', 'apiKey'],
    ['postion', 'position'],
    ['baseURL', 'baseUrl'],
    ['category', 'categories'],
  ])('only warns about the unknown option %s and names the nearest, %s', (unknown, known) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    parseConfig(untyped({ [unknown]: 1 }));
    expect(warned).toHaveBeenCalledOnce();
    expect(warned).toHaveBeenCalledWith(expect.stringContaining(`"${unknown}"`));
    expect(warned).toHaveBeenCalledWith(expect.stringContaining(`Did you mean "${known}"?`));
  });

  it('treats names of Object.prototype as unknown options', () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    parseConfig(untyped({ toString: 1, constructor: 2 }));
    expect(warned).toHaveBeenCalledTimes(2);
  });
});

describe('baseUrlOf', () => {
  it.each([
    [{}, 'https://api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_live_1' }, 'https://api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_test_1' }, 'https://sandbox-api.penguinmails.com/v1/'],
    [{ apiKey: 'pk_test_1', baseUrl: 'https://own.example/api' }, 'https://own.example/api/'],
    [{ baseUrl: '/api//' }, '/api/'],
  ])('%j has its API at %s', (config, address) => {
    expect(baseUrlOf(config)).toBe(address);
  });
});
