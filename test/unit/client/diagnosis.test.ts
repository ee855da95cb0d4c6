// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/client/client.ts';
import { mistakeListeners } from '../../../src/core/mistakeListeners.ts';
import type { PenguinMailsError } from '../../../src/errors.ts';
import { explained } from '../../support/explained.ts';
import { failure, stubNetwork, success, unreachable } from '../../support/network.ts';

const page = { tickets: [], next_cursor: null };
const html = (status: number) => () => new Response('<!doctype html><h1>Hello</h1>', { status });

afterEach(() => {
  mistakeListeners.clear();
  vi.useRealTimers();
});

/** Returns the messages of the console and `onError` after a read with this response. */
async function mistakesAfter(
  baseUrl: string,
  ...answers: Parameters<typeof stubNetwork>
): Promise<{ lines: string[]; codes: string[] }> {
  await explained(); // left by another test
  stubNetwork(...answers);
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const codes: string[] = [];
  mistakeListeners.add((mistake: PenguinMailsError) => codes.push(mistake.code));
  const { api } = createClient({ baseUrl, apiKey: 'pk_test_42', visitorId: () => 'v'.repeat(22) });
  vi.useFakeTimers();
  for (const _answer of answers) {
    const call = api.listTickets({}).catch(() => {});
    await vi.runAllTimersAsync();
    await call;
  }
  vi.useRealTimers();
  await explained();
  return { lines: warned.mock.calls.map(([line]) => line), codes };
}

describe('a failure that only the developer of the page can fix is explained once', () => {
  it.each([
    ['a closed account', failure(403, 'ACCOUNT_CLOSED'), 'ACCOUNT_CLOSED', 'is closed'],
    ['an unknown key', failure(401, 'INVALID_KEY'), 'INVALID_KEY', 'does not know the key'],
    [
      'a token that is not accepted',
      failure(401, 'IDENTITY_INVALID'),
      'IDENTITY_INVALID',
      'the token of identity.getToken',
    ],
    [
      'an origin that is not allowed',
      failure(403, 'ORIGIN_NOT_ALLOWED'),
      'ORIGIN_NOT_ALLOWED',
      `does not allow the key on ${location.origin}`,
    ],
    ['no answer', unreachable, 'NETWORK', 'No answer comes from https://one.example/v1/'],
    [
      'an address without v1',
      failure(404, 'NOT_FOUND'),
      'NOT_FOUND',
      'leads to a support backend, but not to its API.',
    ],
    ['a page in place of the API', html(404), 'HTTP_404', 'is not the support API: '],
    ['a page that says yes', html(200), 'CONTRACT', 'is not the support API: '],
  ])('%s', async (what, respond, code, sentence) => {
    const host = what === 'no answer' ? 'one' : encodeURIComponent(what.replaceAll(' ', '-'));
    const { lines, codes } = await mistakesAfter(`https://${host}.example/v1/`, respond, respond);
    expect(lines).toEqual([expect.stringContaining(sentence)]);
    expect(codes).toEqual([code]);
  });
});

describe('an outage is not reported as a mistake', () => {
  it.each([
    ['a server that fails', [failure(500, 'INTERNAL_ERROR')]],
    ['a network that was there before', [success(page), unreachable, unreachable]],
    ['a login page of the network', [success(page), html(200)]],
    ['a rejected request', [failure(422, 'VALIDATION_ERROR')]],
    ['a path that was there before', [success(page), failure(404, 'NOT_FOUND')]],
  ])('%s', async (_what, answers) => {
    const { lines, codes } = await mistakesAfter('https://two.example/v1/', ...answers);
    expect({ lines, codes }).toEqual({ lines: [], codes: [] });
  });

  it('a device that is offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const { lines } = await mistakesAfter('https://three.example/v1/', unreachable, unreachable);
    expect(lines).toEqual([]);
  });
});
