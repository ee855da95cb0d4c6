// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '../../../src/client/api.ts';
import { loadClient } from '../../../src/client/loadClient.ts';
import { createResilience } from '../../../src/client/resilience.ts';
import { waitBefore } from '../../../src/client/retry.ts';
import { endpoints, lateEndpoints } from '../../../src/contract/index.ts';
import { NetworkError, RateLimitError, ServerError } from '../../../src/errors.ts';
import { failure, stubNetwork, success, unreachable } from '../../support/network.ts';
import { articleOf, conversationOf, ticketOf } from '../../support/samples.ts';

const options = {
  baseUrl: 'https://api.example.com/v1/',
  apiKey: 'pk_test_1',
  visitorId: () => 'visitor-0123456789abcdef',
};
const page = { tickets: [], next_cursor: null };
const draft = {
  body: { subject: 's', description: 'd', email: 'a@b.example', category: 'billing' },
  idempotencyKey: 'key-1',
};
const retryAfter = (seconds: number) => ({ headers: { 'Retry-After': String(seconds) } });

/** Returns the outcome of a call after the time of its retries. */
async function outcome(call: Promise<unknown>): Promise<unknown> {
  const settled = call.catch((cause: unknown) => cause);
  await vi.runAllTimersAsync();
  return settled;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('createApi', () => {
  it('has one method for each endpoint and for written answers, and each calls its own', async () => {
    const api = createApi(options, createResilience());
    const all = [...Object.keys({ ...endpoints, ...lateEndpoints }), 'writeAnswer'];
    expect(Object.keys(api).sort()).toEqual(all.sort());
    const sent = stubNetwork(success(conversationOf()), success(page));
    await outcome(api.getTicket({ params: { id: 'ticket-1' } }));
    await outcome(api.listTickets({}));
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual([
      '/v1/support/tickets/ticket-1',
      '/v1/support/tickets',
    ]);
  });

  it('includes the endpoints of integrations when one is called', async () => {
    const none = { integrations: [], incidents: [], maintenance: [] };
    const sent = stubNetwork(success(none));
    vi.useRealTimers();
    const api = createApi(options, createResilience());
    expect(await api.listIntegrations({})).toEqual(none);
    expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/integrations']);
  });

  it('caches an article for the visitor who has read it, and not for the next one', async () => {
    let party = 'ada';
    const identity = { token: async () => party, forget() {}, party: () => party };
    const sent = stubNetwork(success(articleOf('a')), success(articleOf('b')));
    const api = createApi({ ...options, identity }, createResilience());
    const read = async () => (await api.getArticle({ params: { slug: 'a' } })).slug;
    expect([await read(), await read()]).toEqual(['a', 'a']);
    party = 'grace';
    expect(await read()).toBe('b');
    expect(sent.map(({ headers }) => headers.get('X-Visitor-Token'))).toEqual(['ada', 'grace']);
  });

  it('tries at most three times, and then throws the last error', async () => {
    const sent = stubNetwork(unreachable);
    expect(await outcome(createApi(options, createResilience()).listTickets({}))).toBeInstanceOf(
      NetworkError,
    );
    expect(sent).toHaveLength(3);
  });

  it('repeats a write with the same idempotency key and body', async () => {
    const sent = stubNetwork(
      failure(500, 'INTERNAL_ERROR'),
      unreachable,
      success(ticketOf({ ticket_number: 'PM-7' })),
    );
    expect(await outcome(createApi(options, createResilience()).createTicket(draft))).toMatchObject(
      {
        ticket_number: 'PM-7',
      },
    );
    expect(new Set(sent.map(({ headers }) => headers.get('Idempotency-Key')))).toEqual(
      new Set(['key-1']),
    );
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it('sends every attempt as the visitor who made the call, even if another signs in in the meantime', async () => {
    let visitor = 'visitor-of-ada-012345678';
    const sent = stubNetwork(unreachable, success(ticketOf()));
    const call = createApi(
      { ...options, visitorId: () => visitor },
      createResilience(),
    ).createTicket(draft);
    await vi.advanceTimersByTimeAsync(0);
    visitor = 'visitor-of-bob-012345678';
    await outcome(call);
    expect(sent.map(({ headers }) => headers.get('X-Visitor-Id'))).toEqual([
      'visitor-of-ada-012345678',
      'visitor-of-ada-012345678',
    ]);
  });

  it.each([
    [401, 'INVALID_KEY'],
    [403, 'ORIGIN_NOT_ALLOWED'],
    [404, 'NOT_FOUND'],
    [409, 'IDEMPOTENCY_CONFLICT'],
    [422, 'VALIDATION_ERROR'],
    [429, 'QUOTA_EXCEEDED'],
  ])('does not retry %i %s', async (status, code) => {
    const sent = stubNetwork(failure(status, code));
    expect(await outcome(createApi(options, createResilience()).listTickets({}))).toMatchObject({
      code,
    });
    expect(sent).toHaveLength(1);
  });

  it('waits as long as the backend asks', async () => {
    const sent = stubNetwork(failure(429, 'RATE_LIMITED', retryAfter(7)), success(page));
    const call = createApi(options, createResilience()).listTickets({});
    await vi.advanceTimersByTimeAsync(6_900);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toHaveLength(2);
    expect(await call).toEqual(page);
  });

  it('fails immediately if the backend asks for a longer delay than a person accepts', async () => {
    const sent = stubNetwork(failure(429, 'RATE_LIMITED', retryAfter(120)));
    const result = createApi(options, createResilience())
      .listTickets({})
      .catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(0);
    expect(await result).toMatchObject({ name: 'RateLimitError', retryAfter: 120 });
    expect(sent).toHaveLength(1);
  });

  it('sends nothing more after the caller has aborted', async () => {
    const sent = stubNetwork(unreachable);
    const abort = new AbortController();
    const call = createApi(options, createResilience()).listTickets({}, abort.signal);
    const settled = call.catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(0);
    abort.abort(new Error('left'));
    await vi.runAllTimersAsync();
    expect(await settled).toBeInstanceOf(Error);
    expect(sent).toHaveLength(1);
  });
});

describe('waitBefore', () => {
  const server = new ServerError('down');

  it('grows from 2 s to 10 s, with full jitter', () => {
    const waits = [1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, server, () => 1));
    expect(waits).toEqual([2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(waitBefore(3, server, () => 0)).toBe(0);
    expect(waitBefore(3, server, () => 0.5)).toBe(4_000);
  });

  it('is the delay that the backend asked for', () => {
    expect(waitBefore(1, new RateLimitError('slow', 9), () => 1)).toBe(9_000);
    expect(waitBefore(2, new ServerError('busy', 0), () => 1)).toBe(0);
  });
});

describe('loadClient', () => {
  it('returns the same client to every caller', async () => {
    const { api: load } = loadClient(options);
    const [one, other] = await Promise.all([load(), load()]);
    expect(one).toBe(other);
    expect(Object.keys(one)).toContain('createTicket');
  });

  it('accepts a path of this site as base address', async () => {
    vi.useRealTimers();
    const sent = stubNetwork(success(page));
    const api = await loadClient({ ...options, baseUrl: '/api/v1/' }).api();
    await api.listTickets({});
    expect(sent[0]?.url).toBe(new URL('/api/v1/support/tickets', location.href).href);
  });
});
