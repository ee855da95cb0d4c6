// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { request } from '../../../src/client/request.ts';
import { endpoints } from '../../../src/contract/index.ts';
import { failure, stubNetwork } from '../../support/network.ts';

const options = {
  baseUrl: 'https://api.example.com/v1/',
  apiKey: 'pk_test_1',
  visitorId: () => 'visitor-0123456789abcdef',
};

async function errorFor(respond: () => Response): Promise<unknown> {
  stubNetwork(respond);
  return request(endpoints.listTickets, {}, options).then(
    () => null,
    (cause: unknown) => cause,
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('an error response', () => {
  it.each([
    [400, 'MALFORMED_REQUEST', 'ValidationError', false],
    [401, 'INVALID_KEY', 'AuthenticationError', false],
    [403, 'ORIGIN_NOT_ALLOWED', 'AuthorizationError', false],
    [404, 'NOT_FOUND', 'ContractError', false],
    [405, 'METHOD_NOT_ALLOWED', 'ContractError', false],
    [408, 'REQUEST_TIMEOUT', 'TimeoutError', true],
    [409, 'IDEMPOTENCY_CONFLICT', 'ConflictError', false],
    [413, 'PAYLOAD_TOO_LARGE', 'ValidationError', false],
    [415, 'UNSUPPORTED_MEDIA_TYPE', 'ValidationError', false],
    [422, 'VALIDATION_ERROR', 'ValidationError', false],
    [429, 'RATE_LIMITED', 'RateLimitError', true],
    [429, 'QUOTA_EXCEEDED', 'QuotaError', false],
    [500, 'INTERNAL_ERROR', 'ServerError', true],
    [502, 'BAD_GATEWAY', 'ServerError', true],
    [503, 'SERVICE_UNAVAILABLE', 'ServerError', true],
  ])(
    'with %i %s is a %s (retryable: %s), with its code and request id',
    async (status, code, name, retryable) => {
      expect(await errorFor(failure(status, code))).toMatchObject({
        name,
        code,
        retryable,
        requestId: 'req_9',
        message: 'Rejected.',
      });
    },
  );

  it.each([
    [401, 'AuthenticationError'],
    [404, 'ContractError'],
    [502, 'ServerError'],
    [418, 'ContractError'],
  ])('with %i without an envelope, as proxies send it, is also a %s', async (status, name) => {
    const respond = () => new Response('<h1>Proxy</h1>', { status });
    expect(await errorFor(respond)).toMatchObject({
      name,
      code: `HTTP_${status}`,
      requestId: undefined,
    });
  });

  it('is a NotFoundError if the address names something that may be missing', async () => {
    vi.stubGlobal('fetch', failure(404, 'NOT_FOUND'));
    const reading = request(endpoints.getTicket, { params: { id: 'ticket-1' } }, options);
    await expect(reading).rejects.toMatchObject({ name: 'NotFoundError', code: 'NOT_FOUND' });
  });

  it('names the invalid fields', async () => {
    const details = [{ field: 'email', message: 'Must be an e-mail address.' }];
    expect(await errorFor(failure(422, 'VALIDATION_ERROR', { details }))).toMatchObject({
      details,
    });
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['-5', 0],
    ['Mon, 04 May 2026 10:00:20 GMT', 20],
    ['Mon, 04 May 2026 09:00:00 GMT', 0],
    ['soon', undefined],
  ])('with "Retry-After: %s" asks for a delay of %s seconds', async (header, seconds) => {
    vi.useFakeTimers({ now: new Date('2026-05-04T10:00:00Z') });
    const headers = { 'Retry-After': header };
    for (const status of [429, 503]) {
      expect(await errorFor(failure(status, 'RATE_LIMITED', { headers }))).toMatchObject({
        retryAfter: seconds,
      });
    }
  });

  it('without Retry-After names no delay', async () => {
    expect(await errorFor(failure(429, 'RATE_LIMITED'))).toMatchObject({ retryAfter: undefined });
  });
});
