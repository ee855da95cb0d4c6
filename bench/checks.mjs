/**
 * `node bench/checks.mjs [1000]` after a build: runs a full cycle of checks for this number of
 * integrations, each with a system on this machine, on PGlite and on a real Postgres. A due check
 * waits at most for the previous cycle; healthy systems are checked every 300 seconds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createBackend, createLogger, demo, seedDemo } from '../server/dist/server/index.js';
import { startPostgres } from './postgres.mjs';

const count = Number(process.argv[2] ?? 1_000);
const system = createServer((_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"object":"balance"}');
});
await new Promise((resolve) => system.listen(0, '127.0.0.1', resolve));
const baseUrl = `http://127.0.0.1:${system.address().port}`;

process.stdout.write(`${count} checks    seconds   a second   p50 ms   p99 ms of a probe\n`);
const postgres = await startPostgres();
try {
  await measure('PGlite', undefined);
  await measure('Postgres', postgres.url);
} finally {
  await postgres.stop();
  system.close();
}

async function measure(name, databaseUrl) {
  const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
  const backend = await createBackend({
    folder: join(folder, 'db'),
    databaseUrl,
    attachmentSecret: 'x'.repeat(32),
    encryptionKeys: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
    allowPrivateWebhooks: true,
    logger: createLogger('silent'),
    rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
  });
  const db = backend.database.kysely;
  const done = async (since) => {
    const { rows } = await sql`select count(*)::integer as count from support.integrations
      where last_check >= ${since}::timestamptz`.execute(db);
    return rows[0].count === count;
  };
  const wait = async (since) => {
    while (!(await done(since))) await new Promise((resolve) => setTimeout(resolve, 200));
  };
  try {
    await seedDemo(db);
    const planted = new Date().toISOString();
    for (let index = 0; index < count; index++) {
      const response = await backend.app.request('/v1/agent/integrations', {
        method: 'POST',
        headers: { Authorization: `Bearer ${demo.secretKey}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          provider: 'stripe',
          name: `Stripe ${index}`,
          credentials: { secret_key: 'rk_bench' },
          base_url: baseUrl,
        }),
      });
      if (!response.ok) throw new Error(`It was answered ${response.status}.`);
    }
    await wait(planted);
    const began = performance.now();
    const { rows } = await sql`update support.integrations set next_check_at = now()
      returning now()::text as now`.execute(db);
    await wait(rows[0].now);
    const seconds = (performance.now() - began) / 1_000;
    const { rows: probes } = await sql`select
        percentile_cont(0.5) within group (order by response_time) as p50,
        percentile_cont(0.99) within group (order by response_time) as p99
      from support.integration_checks where at >= ${rows[0].now}::timestamptz`.execute(db);
    const figures = [
      seconds.toFixed(1),
      (count / seconds).toFixed(0),
      probes[0].p50.toFixed(1),
      probes[0].p99.toFixed(1),
    ];
    process.stdout.write(
      `${name.padEnd(12)}${figures.map((figure) => figure.padStart(11)).join('')}\n`,
    );
  } finally {
    backend.endStreams();
    await backend.close();
    rmSync(folder, { recursive: true });
  }
}
