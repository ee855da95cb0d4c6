// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { request } from '../../../src/client/request.ts';
import { defaultAttachmentRules } from '../../../src/contract/attachmentDefaults.ts';
import { endpoints } from '../../../src/contract/index.ts';
import { listIntegrations } from '../../../src/contract/integration.ts';
import { ContractError, NetworkError, TimeoutError } from '../../../src/errors.ts';
import { silent, stubNetwork, success, unreachable } from '../../support/network.ts';
import { conversationOf, ticketOf } from '../../support/samples.ts';

const options = {
  baseUrl: 'https://api.example.com/v1/',
  apiKey: 'pk_test_1',
  visitorId: () => 'visitor-0123456789abcdef',
};
const page = { tickets: [], next_cursor: null };

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('request', () => {
  it('encodes parameters in the path, so that none can leave it', async () => {
    const sent = stubNetwork(success(conversationOf()));
    await request(endpoints.getTicket, { params: { id: '../a b?c#d' } }, options);
    expect(sent[0]?.url).toBe('https://api.example.com/v1/support/tickets/..%2Fa%20b%3Fc%23d');
    expect(sent[0]?.method).toBe('GET');
    expect(sent[0]?.body).toBeNull();
  });

  it('adds the encoded query to the address, without undefined values', async () => {
    const sent = stubNetwork(success(page));
    const query = { cursor: 'a&b=c é', limit: undefined };
    await request(endpoints.listTickets, { query }, options);
    expect(sent[0]?.url).toBe('https://api.example.com/v1/support/tickets?cursor=a%26b%3Dc+%C3%A9');
  });

  it('sends the key, the visitor, the idempotency key and JSON, and no cookies', async () => {
    const sent = stubNetwork(success(ticketOf()));
    const body = { subject: 'Größe 🐧' };
    await request(endpoints.createTicket, { body, idempotencyKey: 'key-1' }, options);
    const [one] = sent;
    const headers = [...(one?.headers ?? [])].map(([name, value]) => [name.toLowerCase(), value]);
    expect(Object.fromEntries(headers)).toMatchObject({
      authorization: 'Bearer pk_test_1',
      accept: 'application/json',
      'content-type': 'application/json',
      'x-visitor-id': 'visitor-0123456789abcdef',
      'idempotency-key': 'key-1',
    });
    expect(one?.method).toBe('POST');
    expect(JSON.parse(String(one?.body))).toEqual(body);
    expect(one?.init.credentials).toBe('omit');
  });

  it('does not request a visitor id if the endpoint needs none', async () => {
    const config = {
      name: 'A',
      email: 'a@b.example',
      links: [],
      categories: [],
      fields: [],
      attachments: defaultAttachmentRules,
    };
    const sent = stubNetwork(success(config));
    const visitorId = vi.fn(() => 'visitor-0123456789abcdef');
    await request(endpoints.getConfig, {}, { ...options, visitorId });
    expect(visitorId).not.toHaveBeenCalled();
    expect(sent[0]?.headers.has('X-Visitor-Id')).toBe(false);
  });

  it('shows integrations to a verified visitor, and creates no id for others', async () => {
    const list = { integrations: [], incidents: [], maintenance: [] };
    const sent = stubNetwork(success(list), success(list));
    const visitorId = vi.fn(() => 'visitor-0123456789abcdef');
    const identity = { token: async () => 'a.b.c', forget() {}, party: () => '' };
    await request(listIntegrations, {}, { ...options, visitorId, identity });
    await request(listIntegrations, {}, { ...options, visitorId });
    expect(sent.map(({ headers }) => headers.get('X-Visitor-Token'))).toEqual(['a.b.c', null]);
    expect(sent.some(({ headers }) => headers.has('X-Visitor-Id'))).toBe(false);
    expect(visitorId).not.toHaveBeenCalled();
  });

  it('returns the data of the reply, without members that the contract does not know', async () => {
    stubNetwork(success({ ...page, internal: 'x' }));
    expect(await request(endpoints.listTickets, {}, options)).toEqual(page);
  });

  it('fails after 30 seconds with a TimeoutError', async () => {
    vi.useFakeTimers();
    stubNetwork(silent);
    const settled = vi.fn();
    const reading = request(endpoints.listTickets, {}, options).catch((cause) => {
      settled();
      return cause;
    });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await reading).toBeInstanceOf(TimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends immediately with the reason of the caller when the caller aborts', async () => {
    vi.useFakeTimers();
    stubNetwork(silent);
    const abort = new AbortController();
    const reading = request(endpoints.listTickets, {}, options, abort.signal);
    const reason = new Error('left the screen');
    abort.abort(reason);
    await expect(reading).rejects.toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sends nothing for a signal that was already aborted', async () => {
    const sent = stubNetwork(success(page));
    await expect(
      request(endpoints.listTickets, {}, options, AbortSignal.abort(new Error('gone'))),
    ).rejects.toThrow('gone');
    expect(sent).toEqual([]);
  });

  it('reports a failed fetch as a network error', async () => {
    stubNetwork(unreachable);
    const error: unknown = await request(endpoints.listTickets, {}, options).catch((e) => e);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ retryable: true, code: 'NETWORK' });
  });

  it.each([
    ['a page of HTML', '<!doctype html><title>Sign in</title>'],
    ['nothing', ''],
    ['JSON of another API', '{"ok":true}'],
    ['a failure with status 200', '{"success":false,"data":{"tickets":[],"next_cursor":null}}'],
    ['data of another shape', '{"success":true,"data":{"tickets":[{}]},"meta":{}}'],
  ])('treats %s instead of a response as a ContractError', async (_what, text) => {
    stubNetwork(() => new Response(text, { status: 200 }));
    await expect(request(endpoints.listTickets, {}, options)).rejects.toBeInstanceOf(ContractError);
  });

  it('accepts no reply that does not match the schema of its endpoint', async () => {
    stubNetwork(success({ n: 'one' }));
    const endpoint = {
      method: 'GET',
      path: 'x',
      access: 'key',
      reply: z.object({ n: z.number() }),
    } as const;
    await expect(request(endpoint, {}, options)).rejects.toMatchObject({
      name: 'ContractError',
      retryable: false,
    });
  });
});
