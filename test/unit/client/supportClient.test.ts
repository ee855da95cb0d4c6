// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createSupportClient } from '../../../src/client/supportClient.ts';
import { stubNetwork, success } from '../../support/network.ts';

afterEach(() => vi.unstubAllGlobals());

const stream = () =>
  new Response('data: {"type":"ticket","ticket_id":"t1","status":"open"}\n\n', {
    headers: { 'Content-Type': 'text/event-stream' },
  });

it('accepts a path of this site, and receives changes until it is destroyed', async () => {
  const sent = stubNetwork(stream);
  const client = createSupportClient({ apiKey: 'pk_test_1', baseUrl: '/help/v1' });
  const heard: unknown[] = [];
  const hasHeard = new Promise<void>((resolve) => {
    client.subscribe((event) => {
      heard.push(event);
      if (heard.length === 2) resolve();
    });
  });
  await hasHeard;
  client.destroy();
  expect(heard).toEqual([{ type: 'resync' }, { type: 'ticket', ticket_id: 't1', status: 'open' }]);
  expect(sent.map(({ url }) => new URL(url).pathname)).toEqual(['/help/v1/support/stream']);
  expect(sent[0]?.headers.get('X-Visitor-Id')).toBe(client.visitorId);
});

it('sends nothing before the first call', () => {
  const sent = stubNetwork(success({}));
  createSupportClient({ apiKey: 'pk_test_1', baseUrl: 'https://api.acme.example/v1' });
  expect(sent).toEqual([]);
});
