/**
 * Measures how fast provider events are acknowledged and processed: 500 a second, each signed and new.
 * `DATABASE_URL=… node bench/webhooks.mjs` for a real Postgres; else the embedded one. After a build.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import autocannon from 'autocannon';
import {
  createBackend,
  createLogger,
  demo,
  listen,
  seedDemo,
} from '../server/dist/server/index.js';

const rate = Number(process.env.RATE ?? 500);
const seconds = Number(process.env.SECONDS ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
const backend = await createBackend({
  folder: join(folder, 'db'),
  databaseUrl: process.env.DATABASE_URL,
  attachmentSecret: 'x'.repeat(32),
  encryptionKeys: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
  logger: createLogger('silent'),
});
await seedDemo(backend.database.kysely);
const server = await listen(backend.app.fetch, { port: 0, host: '127.0.0.1' });
const api = `http://127.0.0.1:${server.port}/v1`;
const secret = 'bench-secret';
const kept = await fetch(`${api}/agent/integrations`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${demo.secretKey}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    provider: 'custom',
    name: `Bench ${randomUUID()}`,
    credentials: { webhook_secret: secret },
  }),
});
const { data } = await kept.json();

const result = await autocannon({
  url: `${api}/webhooks/custom/${data.id}`,
  connections: 10,
  overallRate: rate,
  duration: seconds,
  requests: [
    {
      method: 'POST',
      setupRequest(request) {
        const event = { id: randomUUID(), type: 'bench.event', created: new Date().toISOString() };
        const body = JSON.stringify(event);
        const signature = createHmac('sha256', secret).update(body).digest('hex');
        return { ...request, body, headers: { 'X-Webhook-Signature': `sha256=${signature}` } };
      },
    },
  ],
});
const ended = performance.now();
const sent = result['2xx'];
for (;;) {
  const response = await fetch(`${api}/integrations/${data.id}/health`, {
    headers: { Authorization: `Bearer ${demo.publishableKey}` },
  });
  const { integration } = (await response.json()).data;
  if (integration.connection.data_synced.engagements >= sent) break;
  if (performance.now() - ended > 60_000) throw new Error('They are not worked off.');
  await new Promise((resolve) => setTimeout(resolve, 20));
}
const { p50, p99, max } = result.latency;
process.stdout.write(
  `${process.env.DATABASE_URL ? 'Postgres' : 'PGlite'}: ${sent} events in ${seconds} s, ` +
    `${result.non2xx + result.errors} rejected; acknowledged p50 ${p50} ms, p99 ${p99} ms, ` +
    `max ${max} ms; all worked off ${Math.round(performance.now() - ended)} ms after the last\n`,
);
backend.endStreams();
await server.close();
await backend.close();
rmSync(folder, { recursive: true });
