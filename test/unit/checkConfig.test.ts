import { describe, expect, it } from 'vitest';
import type { SupportConfig } from '../../src/config.ts';
import { checkConfig } from '../../src/configErrors.ts';
import type { ConfigurationError } from '../../src/errors.ts';

/** Options as an untyped page may give them. */
function untyped(options: Record<string, unknown>): SupportConfig {
  const config: SupportConfig = {};
  return Object.assign(config, options);
}

/** Returns the only error of options with one wrong option. */
function errorFor(options: Record<string, unknown>): ConfigurationError {
  const [error, ...more] = checkConfig(untyped(options));
  if (!error || more.length > 0) throw new Error(`Not one error: ${Object.keys(options)}`);
  return error;
}

describe('checkConfig', () => {
  const link = { name: 'Docs', url: 'https://x.example', category: 'learning', icon: 'PlayIcon' };
  const field = { id: 'os', label: 'System', type: 'text', required: true };

  it.each([
    ['apiKey', 'abc', '"abc"', 'pk_live_'],
    ['apiKey', 12, '12', 'pk_test_'],
    ['apiKey', 'pk_live_x\r\nEvil: 1', '"pk_live_…"', 'pk_test_'],
    ['apiKey', '', '""', 'pk_live_'],
    ['apiKey', null, 'null', 'pk_live_'],
    ['apiKey', Symbol('pk_live_1'), 'Symbol(pk_live_1)', 'pk_live_'],
    ['onError', 'log', '"log"', 'a function'],
    ['baseUrl', new URL('https://x.example'), 'an object', 'http or https'],
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
    [
      'posthog',
      true,
      'true',
      'a PostHog instance, a function that returns one, { apiKey, host, load }, or false',
    ],
    [
      'posthog',
      { apiKey: 'phc_1' },
      'an object',
      'a PostHog instance, a function that returns one, { apiKey, host, load }, or false',
    ],
    ['consent', 'yes', '"yes"', '"granted", "denied", "unknown"'],
    ['flags', { search: 'a-flag' }, 'an object', 'keys of flags by part'],
    ['flags', { helpCenter: {} }, 'an object', 'keys of flags by part'],
    [
      'posthog',
      null,
      'null',
      'a PostHog instance, a function that returns one, { apiKey, host, load }, or false',
    ],
  ])(
    'rejects a wrong %s (%j), and names the given and the allowed values',
    (option, value, came, allowed) => {
      const error = errorFor({ [option]: value });
      expect(error.option).toBe(option);
      expect(error.message).toContain(`"${option}"`);
      expect(error.message).toContain(` is ${came}`);
      expect(error.message.split('allowed: ')[1]).toContain(allowed);
    },
  );

  it('rejects a secret key without repeating it', () => {
    const error = errorFor({ apiKey: 'sk_live_verysecret' });
    expect(error.option).toBe('apiKey');
    expect(error.message).toContain('secret key');
    expect(error.message).not.toContain('verysecret');
  });

  it.each([
    ['posthog', { apiKey: 'phc_1', personalApiKey: 'phx_verysecret' }],
    ['posthog', { apiKey: 'phx_verysecret' }],
    ['personalApiKey', 'phx_verysecret'],
  ])('rejects a personal key of PostHog in %s', (option, value) => {
    const error = errorFor({ [option]: value });
    expect(error.option).toBe(option);
    expect(error.message).toContain('secret key');
    expect(error.message).not.toContain('verysecret');
  });

  it.each([
    [true, 'true'],
    ['pk_live_x', '"pk_live_x"'],
    [[], 'a list'],
    [42, '42'],
  ])('reports once that %j is not an object of options', (config, shown) => {
    const errors = Reflect.apply(checkConfig, undefined, [config]);
    expect(errors.map(({ message }: Error) => message)).toEqual([
      `The options are ${shown}; they have to be an object such as { apiKey: "pk_live_…" }.`,
    ]);
  });

  it('repeats no secret that was given instead of the options', () => {
    const [error] = Reflect.apply(checkConfig, undefined, ['sk_live_verysecret']);
    expect(error.message).not.toContain('verysecret');
  });

  it('reports every wrong option, and no valid one', () => {
    const wrong = untyped({ theme: 'blue', zIndex: 'top', email: 'help@acme.example' });
    expect(checkConfig(wrong).map(({ option }) => option)).toEqual(['theme', 'zIndex']);
    expect(checkConfig({ theme: 'dark' })).toEqual([]);
  });

  it('reports an option whose getter throws', () => {
    const config = {
      get apiKey(): string {
        throw new Error('not yet');
      },
    };
    expect(checkConfig(config).map(({ message }) => message)).toEqual([
      'Option "apiKey" cannot be read. Requests go by mail.',
    ]);
  });

  it.each([
    ['apikey', 'Did you mean "apiKey"?'],
    ['postion', 'Did you mean "position"?'],
    ['baseURL', 'Did you mean "baseUrl"?'],
    ['category', 'Did you mean "categories"?'],
    ['nscript', 'Known are apiKey, baseUrl'],
    ['toString', 'Known are apiKey'],
    ['constructor', 'Known are apiKey'],
  ])('reports the unknown option %s: %s', (unknown, hint) => {
    const { message } = errorFor({ [unknown]: 1 });
    expect(message).toContain(`Unknown option "${unknown}".`);
    expect(message).toContain(hint);
  });
});
