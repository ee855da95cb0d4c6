import { afterEach, expect, it, vi } from 'vitest';
import { createSupportClient } from '../../../src/client/supportClient.ts';
import { failure, stubNetwork, success, unreachable } from '../../support/network.ts';

afterEach(() => vi.unstubAllGlobals());

const stream = (text: string, type = 'text/event-stream; charset=utf-8') =>
  new Response(text, { headers: { 'Content-Type': type } });
const lines = (...events: object[]) =>
  events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');

const sources = { type: 'sources', locale: 'en', sources: [] };
const sentence = { type: 'sentence', text: 'Open Settings.', sources: [0] };
const end = { type: 'end', outcome: 'answered' };

function open() {
  const client = createSupportClient({
    apiKey: 'pk_test_1',
    baseUrl: 'https://api.acme.example/v1/',
  });
  const events: unknown[] = [];
  const body = { content: 'How?', earlier: ['What?'] };
  const ask = (signal?: AbortSignal) =>
    client.writeAnswer({ body, onEvent: (event) => events.push(event) }, signal);
  return { client, events, ask };
}

it('sends the question as the visitor, and passes on each event', async () => {
  const sent = stubNetwork(() => stream(lines(sources, sentence, end)));
  const { client, events, ask } = open();
  await ask();
  expect(events).toEqual([sources, sentence, end]);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.url).toBe('https://api.acme.example/v1/support/kb/written-answer');
  expect(sent[0]?.headers.get('X-Visitor-Id')).toBe(client.visitorId);
  expect(JSON.parse(String(sent[0]?.body))).toEqual({ content: 'How?', earlier: ['What?'] });
});

it.each([
  ['a stream that ends early', () => stream(lines(sources, sentence))],
  ['an event of another kind', () => stream(lines(sources, { type: 'poem' }))],
  ['data that is no JSON', () => stream('data: hello\n\n')],
  ['a page', () => stream('<html>', 'text/html')],
  ['an envelope', success({ answer: 'Open Settings.' })],
  ['no network', unreachable],
])('%s rejects as a network error, and is not repeated', async (_what, respond) => {
  const sent = stubNetwork(respond);
  await expect(open().ask()).rejects.toMatchObject({ name: 'NetworkError' });
  expect(sent).toHaveLength(1);
});

it('rejects with the error of the backend', async () => {
  stubNetwork(failure(429, 'RATE_LIMITED'));
  await expect(open().ask()).rejects.toMatchObject({ name: 'RateLimitError' });
});

it('ends with the reason of an aborted signal', async () => {
  stubNetwork(
    ({ signal }) =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const end = new AbortController();
  const answer = open().ask(end.signal);
  end.abort(new Error('stopped by the visitor'));
  await expect(answer).rejects.toThrow('stopped by the visitor');
});
