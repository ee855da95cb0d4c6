import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, inject, test } from 'vitest';
import { findProvider } from '../../server/providers/index.ts';
import { isPostgres, overNetwork } from './support/database.ts';
import { type StandIn, type StandInAnswer, startStandIn } from './support/standIn.ts';

const cleanUps: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function probe(id: string, credentials: unknown, baseUrl = '', ms = 5_000): Promise<void> {
  const provider = findProvider(id);
  if (provider?.probe === undefined) throw new Error(`${id} cannot be probed.`);
  return provider.probe(credentials, { baseUrl, fetch, signal: AbortSignal.timeout(ms) });
}

async function newStandIn(response: StandInAnswer): Promise<StandIn> {
  const standIn = await startStandIn();
  cleanUps.push(() => standIn.close());
  standIn.respond(() => response);
  return standIn;
}

test.each(['smtp', 'ses'])('%s: signs in and sends nothing', async (id) => {
  const server = new SMTPServer({
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      password === 'right' ? done(null, { user: 'u' }) : done(new Error('No')),
    onData: () => expect.unreachable('Nothing is sent.'),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => new Promise((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await probe(id, { url: `smtp://u:right@127.0.0.1:${port}` });
  const wrong = probe(id, { url: `smtp://u:wrong@127.0.0.1:${port}` });
  await expect(wrong).rejects.toMatchObject({
    type: 'authentication_error',
    message: 'The mail server rejected our credentials.',
  });
});

test('an unreachable mail server, and one that does not respond, are classified', async () => {
  await expect(probe('smtp', { url: 'smtp://127.0.0.1:1' })).rejects.toMatchObject({
    type: 'network_error',
    message: 'The mail server could not be reached.',
  });
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => silent.close(() => resolve()));
  });
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const late = probe('smtp', { url: `smtp://127.0.0.1:${port}` }, '', 50);
  await expect(late).rejects.toMatchObject({ type: 'network_error' });
});

test('an unreachable database is a network error', async () => {
  const late = probe('postgres', { url: 'postgres://u:p@127.0.0.1:1/x' });
  await expect(late).rejects.toMatchObject({ type: 'network_error' });
});

test.runIf(isPostgres)(
  'a database that responds is healthy, and an unknown one is not',
  async () => {
    const source = inject('source');
    const url = source.kind === 'postgres' ? overNetwork(source.url) : '';
    await probe('postgres', { url: `${url}postgres` });
    await probe('niledb', { url: `${url}postgres` });
    await expect(probe('postgres', { url: `${url}none` })).rejects.toMatchObject({
      type: 'configuration_error',
    });
  },
);

const keys = { bucket: 'acme-files', access_key_id: 'AK', secret_access_key: 'SK' };
const s3Error = (status: number, code: string) => ({
  status,
  body: `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`,
});

test.each(['s3', 'gcs'])('%s: a signed listing of one key is requested', async (id) => {
  const standIn = await newStandIn({ status: 200, body: '<ListBucketResult></ListBucketResult>' });
  await probe(id, keys, standIn.url);
  const [request] = standIn.requests;
  expect(request?.path).toBe('/acme-files?list-type=2&max-keys=1');
  const region = id === 's3' ? 'us-east-1' : 'auto';
  expect(request?.headers.authorization).toMatch(
    new RegExp(`^AWS4-HMAC-SHA256 Credential=AK/\\d{8}/${region}/s3/aws4_request, SignedHeaders=`),
  );
});

test.each([
  [s3Error(403, 'SignatureDoesNotMatch'), 'authentication_error'],
  [s3Error(403, 'InvalidAccessKeyId'), 'authentication_error'],
  [s3Error(403, 'AccessDenied'), 'authorization_error'],
  [s3Error(404, 'NoSuchBucket'), 'configuration_error'],
  [s3Error(503, 'SlowDown'), 'rate_limit_error'],
  [{ status: 500, body: '' }, 'api_error'],
  [{ status: 200, body: '<html>' }, 'data_error'],
])('s3 with %j is classified as %s', async (response, type) => {
  const standIn = await newStandIn(response);
  await expect(probe('s3', keys, standIn.url)).rejects.toMatchObject({ type });
});

const notice = {
  title: 'Stripe is down',
  text: 'It failed <on> its side & ours.',
  facts: { State: 'unhealthy' },
  url: 'https://app.acme.example/status',
};

test('Slack receives a notification in blocks, in the channel, with its special characters escaped', async () => {
  const standIn = await newStandIn({ status: 200, body: { ok: true } });
  const reach = { baseUrl: standIn.url, fetch, signal: AbortSignal.timeout(5_000) };
  await findProvider('slack')?.notify?.({ bot_token: 'xoxb', channel: 'C1' }, reach, notice);
  const [request] = standIn.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/chat.postMessage' });
  expect(request?.headers.authorization).toBe('Bearer xoxb');
  const sent = JSON.parse(request?.body ?? '');
  expect(sent).toMatchObject({ channel: 'C1', text: 'Stripe is down' });
  expect(sent.blocks.map(({ type }: { type: string }) => type)).toEqual([
    'header',
    'section',
    'section',
    'actions',
  ]);
  expect(sent.blocks[1].text.text).toBe('It failed &lt;on&gt; its side &amp; ours.');
});

test('Teams receives a notification as an Adaptive Card', async () => {
  const standIn = await newStandIn({ status: 202 });
  const reach = { baseUrl: standIn.url, fetch, signal: AbortSignal.timeout(5_000) };
  const webhook_url = 'https://acme.logic.azure.com/workflows/1?sig=x';
  await findProvider('teams')?.notify?.({ webhook_url }, reach, notice);
  const [request] = standIn.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/workflows/1?sig=x' });
  const { attachments } = JSON.parse(request?.body ?? '');
  expect(attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
  expect(attachments[0].content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
});
