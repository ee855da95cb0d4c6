/**
 * `node bench/dashboard.mjs` after a build: measures the dashboard through the API on a real
 * Postgres, with a month of checks every five minutes, for 12 and for 200 integrations.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createBackend, createLogger, demo, seedDemo } from '../server/dist/server/index.js';
import { startPostgres } from './postgres.mjs';

const rounds = Number(process.env.ROUNDS ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
const postgres = await startPostgres();
const client = new pg.Client(postgres.url);
const backend = await createBackend({
  folder: join(folder, 'db'),
  databaseUrl: postgres.url,
  attachmentSecret: 'x'.repeat(32),
  logger: createLogger('silent'),
  rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
});
try {
  await seedDemo(backend.database.kysely);
  await client.connect();
  process.stdout.write('integrations    checks   page                     p50 ms   p99 ms\n');
  for (const count of [12, 200]) {
    const checks = await plant(count);
    for (const path of ['integrations', 'integrations/dashboard']) {
      const times = [];
      for (let round = 0; round < rounds; round++) {
        const began = performance.now();
        const response = await backend.app.request(`/v1/${path}`, {
          headers: {
            Authorization: `Bearer ${demo.publishableKey}`,
            'X-Visitor-Id': 'v'.repeat(24),
          },
        });
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
        times.push(performance.now() - began);
      }
      times.sort((a, b) => a - b);
      const figures = [0.5, 0.99].map((part) =>
        times[Math.floor(rounds * part)].toFixed(1).padStart(9),
      );
      process.stdout.write(
        `${String(count).padStart(12)} ${String(checks).padStart(9)}   ${path.padEnd(31)}${figures.join('')}\n`,
      );
    }
  }
} finally {
  backend.endStreams();
  await backend.close();
  await client.end();
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

/** Inserts rows directly, up to this number of integrations. */
async function plant(count) {
  const tenant = `'${demo.tenantId}'::uuid`;
  await client.query(`
    with added as (
      insert into support.integrations (tenant_id, provider, name, category, health, connection,
        last_check, response_time)
      select ${tenant}, 'stripe', 'Stripe ' || n, 'payment_processor', 'healthy', 'connected',
        now(), 180
      from generate_series(1, ${count}) as n on conflict do nothing returning id)
    insert into support.integration_checks (tenant_id, integration_id, at, passed, response_time)
    select ${tenant}, id, at, random() > 0.01, 50 + random() * 400
    from added, generate_series(now() - interval '30 days', now(), interval '5 minutes') as at`);
  await client.query('vacuum analyze');
  const { rows } = await client.query(
    'select count(*)::integer as count from support.integration_checks',
  );
  return rows[0].count;
}
