import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { Environment } from '../../server/http/envelope.ts';
import { networkOf, notePeer } from '../../server/http/network.ts';

const app = new Hono<Environment>().get('*', (c) => c.text(networkOf(c) ?? 'unknown'));

test.each([
  ['a public address', '8.8.4.4', '', '8.8.4.0/24'],
  ['a public address that claims another', '8.8.4.4', '9.9.9.9', '8.8.4.0/24'],
  ['IPv4 in IPv6', '::ffff:8.8.4.4', '', '8.8.4.0/24'],
  ['IPv6', '2a00:1450:4001:81f::200e', '', '2a00:1450:4001:800::/56'],
  ['short IPv6', '2a00::1', '', '2a00:0:0:0::/56'],
  ['a proxy of this machine', '127.0.0.1', '9.9.9.9', '9.9.9.0/24'],
  ['what a visitor claims before the proxy', '10.0.0.7', '1.1.1.1, 9.9.9.9', '9.9.9.0/24'],
  ['two proxies', '10.0.0.7', '1.1.1.1, 9.9.9.9, 10.0.0.8', '9.9.9.0/24'],
  ['a port', '10.0.0.7', '9.9.9.9:4711', '9.9.9.0/24'],
  ['IPv6 with a port', '10.0.0.7', '[2a00:1450::1]:4711', '2a00:1450:0:0::/56'],
  ['no address', '10.0.0.7', 'unknown, <script>', 'unknown'],
  ['a private network alone', '192.168.1.5', '', 'unknown'],
])('%s belongs to its network', async (_what, peer, forwarded, network) => {
  const headers = forwarded === '' ? {} : { 'X-Forwarded-For': forwarded };
  const request = new Request('http://support.example/', { headers });
  notePeer(request, peer);
  expect(await (await app.fetch(request)).text()).toBe(network);
});

test('without a known connection, the network is unknown', async () => {
  const headers = { 'X-Forwarded-For': '9.9.9.9' };
  expect(await (await app.request('/', { headers })).text()).toBe('unknown');
});
