import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { retryAfterOf } from '../../server/ask/requestJson.ts';
import { IntegrationError } from '../../server/base/integrationError.ts';
import { findProvider } from '../../server/providers/index.ts';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { catalogue } from '../../src/integrations/catalogue.ts';
import type { ProviderCase } from './support/providerCase.ts';
import { providerCases } from './support/providerCases.ts';
import { type StandIn, type StandInAnswer, startStandIn } from './support/standIn.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
beforeEach(() => {
  standIn.requests.length = 0;
});

/** Behaves like the provider: 404 for unknown paths, an error for wrong credentials. */
function behaveAs({ method = 'GET', path, headers = {}, body = '', ...rest }: ProviderCase) {
  standIn.respond((request) => {
    const known = path.split('?')[0];
    const isKey = rest.id === 'algolia' && request.path.startsWith('/1/keys/');
    if (request.method !== method || (request.path.split('?')[0] !== known && !isKey)) {
      return { status: 404, body: { error: 'not found' } };
    }
    const isRight = Object.entries(headers).every(
      ([name, value]) => request.headers[name] === value,
    );
    if (!isRight || request.body !== body || request.path !== path) {
      return rest.rejects ?? { status: 401 };
    }
    return { status: rest.goodStatus ?? 200, body: rest.good };
  });
}

async function probe(
  id: string,
  credentials: Record<string, string>,
  signal = AbortSignal.timeout(60_000), // ends a test that hangs
): Promise<IntegrationError | 'passed'> {
  const provider = findProvider(id);
  if (provider === undefined) throw new Error(`There is no provider ${id}.`);
  expect(provider.check(credentials)).toEqual([]);
  const reach = { baseUrl: standIn.url, fetch, signal };
  try {
    await provider.probe?.(credentials, reach);
    return 'passed';
  } catch (error) {
    if (error instanceof IntegrationError) return error;
    throw error;
  }
}

describe.each(providerCases)('$id', (one) => {
  const answering = async (response: StandInAnswer) => {
    standIn.respond(() => response);
    return probe(one.id, one.credentials);
  };

  test('is healthy if the response is as expected', async () => {
    behaveAs(one);
    expect(await probe(one.id, one.credentials)).toBe('passed');
    expect(standIn.requests).toHaveLength(1);
  });

  test('wrong credentials are an authentication error, whose message does not contain them', async () => {
    behaveAs(one);
    const wrong =
      one.id === 'teams' ? 'https://acme.logic.azure.com/workflows/1/run?sig=s2' : 'wrong-secret';
    const error = await probe(one.id, { ...one.credentials, [one.key]: wrong });
    expect(error).toMatchObject({ type: 'authentication_error', retryable: false });
    expect(JSON.stringify(error) + String(error)).not.toContain(wrong);
  });

  test('failures are classified', async () => {
    const forbidden = one.id === 'algolia' ? 'authentication_error' : 'authorization_error';
    expect(await answering({ status: 403 })).toMatchObject({ type: forbidden, retryable: false });
    expect(await answering({ status: 429, headers: { 'Retry-After': '7' } })).toMatchObject({
      type: 'rate_limit_error',
      retryable: true,
      retryAfter: 7,
    });
    for (const status of [500, 502, 503]) {
      expect(await answering({ status, body: '<html>' })).toMatchObject({
        type: 'api_error',
        retryable: true,
        details: { status },
      });
    }
    const moved = { status: 302, headers: { Location: `${standIn.url}/elsewhere` } };
    expect(await answering(moved)).toMatchObject({ type: 'configuration_error' });
    expect(standIn.requests.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  test('invalid responses and timeouts are classified', async () => {
    if (one.id !== 'teams') {
      const garbage = { status: 200, body: '<html>Sign in to the hotel wifi</html>' };
      expect(await answering(garbage)).toMatchObject({ type: 'data_error' });
      expect(await answering({ status: 200, body: '{"a":' })).toMatchObject({ type: 'data_error' });
    }
    // The timeout starts when the request has arrived, so that it does not arrive in a later test.
    const ended = new AbortController();
    standIn.respond(() => {
      ended.abort(new DOMException('The time is up.', 'TimeoutError'));
      return 'hang';
    });
    expect(await probe(one.id, one.credentials, ended.signal)).toMatchObject({
      type: 'network_error',
      message: 'The service did not respond in time.',
    });
  });
});

test.each<[string, StandInAnswer, IntegrationErrorType]>([
  ['mailgun', { status: 200, body: { domain: { state: 'disabled' } } }, 'authorization_error'],
  ['sendgrid', { status: 200, body: { scopes: ['alerts.read'] } }, 'authorization_error'],
  ['google', { status: 200, body: { scope: 'openid' } }, 'authorization_error'],
  ['hubspot', { status: 429, body: { policyName: 'DAILY' } }, 'quota_error'],
  ['hubspot', { status: 429, body: { policyName: 'SECONDLY' } }, 'rate_limit_error'],
  ['salesforce', { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] }, 'quota_error'],
  ['slack', { status: 200, body: { ok: false, error: 'missing_scope' } }, 'authorization_error'],
  ['slack', { status: 200, body: { ok: false, error: 'new_error' } }, 'api_error'],
  ['slack', { status: 200, body: { ok: false, error: 'ratelimited' } }, 'rate_limit_error'],
  [
    'shopify',
    { status: 200, body: { errors: [{ extensions: { code: 'THROTTLED' } }] } },
    'rate_limit_error',
  ],
  ['shopify', { status: 402 }, 'quota_error'],
  ['twilio', { status: 200, body: { status: 'suspended' } }, 'authorization_error'],
  ['cloudinary', { status: 420 }, 'rate_limit_error'],
  ['github', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, 'rate_limit_error'],
  ['stripe', { status: 404 }, 'configuration_error'],
])('%s with %j is classified as %s', async (id, response, type) => {
  standIn.respond(() => response);
  const { credentials = {} } = providerCases.find((one) => one.id === id) ?? {};
  expect(await probe(id, credentials)).toMatchObject({ type });
});

test('an unreachable system is a network error', async () => {
  const provider = findProvider('stripe');
  const reach = { baseUrl: 'http://127.0.0.1:1', fetch, signal: AbortSignal.timeout(5_000) };
  await expect(provider?.probe?.({ secret_key: 'sk' }, reach)).rejects.toMatchObject({
    type: 'network_error',
    message: 'The service could not be reached.',
  });
});

test('the systems that the catalog marks as checked are exactly those with a provider', () => {
  for (const { id, working } of catalogue) {
    expect(findProvider(id)?.probe !== undefined, id).toBe(working.includes('health'));
  }
});

test('invalid credentials are reported before any request is sent', () => {
  expect(findProvider('zendesk')?.check({ subdomain: 'evil.example/#', email: 'a' })).toEqual([
    { field: 'credentials.subdomain', message: 'Must be a host name part.' },
    { field: 'credentials.api_token', message: 'This field is required.' },
  ]);
  expect(findProvider('stripe')?.check({ secret_key: 'a\r\nX: y' })).toHaveLength(1);
});

test('the delay before a retry is read in all of its formats', () => {
  const now = Date.parse('2026-03-01T12:00:00Z');
  const read = (name: string, value: string) => retryAfterOf(new Headers({ [name]: value }), now);
  expect(read('Retry-After', '120')).toBe(120);
  expect(read('Retry-After', 'Sun, 01 Mar 2026 12:01:00 GMT')).toBe(60);
  expect(read('X-RateLimit-Reset', String(now / 1_000 + 30))).toBe(30);
  expect(read('X-Rate-Limit-Reset', '12')).toBe(12);
  expect(read('Retry-After', 'soon')).toBeUndefined();
  expect(read('Retry-After', '999999999')).toBe(24 * 3_600);
  expect(retryAfterOf(new Headers(), now)).toBeUndefined();
});
