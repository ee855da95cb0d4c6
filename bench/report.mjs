import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createBackend, createLogger, demo, seedDemo } from '../server/dist/server/index.js';
import { startPostgres } from './postgres.mjs';

/**
 * `node bench/report.mjs [1000000]` after a build: measures the report through the API with this
 * number of events, a fifth as many requests and a tenth as many episodes, all within a year. It
 * also measures how fast events are stored.
 */
const events = Number(process.argv[2] ?? 1_000_000);
const rounds = 30;

const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
const postgres = await startPostgres();
const backend = await createBackend({
  folder: join(folder, 'database'),
  databaseUrl: postgres.url,
  attachmentSecret: 'a secret of the bench, long enough',
  logger: createLogger('silent'),
  rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
});
try {
  await seedDemo(backend.database.kysely);
  await plant();
  process.stdout.write('report of       requests   p50 ms   p99 ms\n');
  for (const days of [30, 90, 365]) await measureReport(days);
  await measureIntake('panel', ['support_panel_open', 'support_panel_close']);
  await measureIntake('suggested', ['support_suggestion_shown', 'support_article_view']);
} finally {
  await backend.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
}

/** Inserts rows directly, because only reading is measured. */
async function plant() {
  const client = new pg.Client(postgres.url);
  await client.connect();
  const tenant = `'${demo.tenantId}'::uuid`;
  const moment = `date_trunc('milliseconds', now() - random() * interval '365 days')`;
  const visitor = `md5((random() * ${events / 20})::integer::text)`;
  await client.query(`
    insert into support.events (tenant_id, id, visitor_hash, name, timestamp, properties)
    select ${tenant}, gen_random_uuid(), ${visitor},
      (array['support_panel_open', 'support_suggestion_shown', 'support_article_view',
        'support_search', 'support_ticket_created'])[1 + floor(random() * 5)],
      ${moment}, '{"category": "billing"}'
    from generate_series(1, ${events})`);
  await client.query(`
    insert into support.request_metrics (tenant_id, id, request_category, request_priority,
      routing_channel, resolution_time, customer_satisfaction, escalated, timestamp,
      first_response_time, sla_breached)
    select ${tenant}, gen_random_uuid(),
      (array['technical', 'billing', 'account', 'other'])[1 + floor(random() * 4)], 'medium',
      (array['ticket', 'email', 'mailto'])[1 + floor(random() * 3)],
      (random() * 90000)::integer, 1 + floor(random() * 5), random() < 0.1, ${moment},
      (random() * 20000)::integer, random() < 0.05
    from generate_series(1, ${events / 5})`);
  await client.query(`
    insert into support.deflections (tenant_id, visitor_hash, started_at, shown_at, opened_at)
    select ${tenant}, gen_random_uuid()::text, at, at, case when random() < 0.7 then at end
    from (select ${moment} as at from generate_series(1, ${events / 10})) as episodes`);
  await client.query('vacuum analyze');
  await client.end();
}

async function measureReport(days) {
  const day = (ago) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const query = new URLSearchParams({ from: day(days - 1), to: day(0), tz: 'Europe/Madrid' });
  const times = [];
  let total = 0;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    const { data } = await request(`agent/report?${query}`, demo.secretKey);
    times.push(performance.now() - began);
    total = data.total_requests;
  }
  times.sort((a, b) => a - b);
  const figures = [times[rounds / 2], times[rounds - 1]].map((ms) => ms.toFixed(1).padStart(8));
  process.stdout.write(
    `${String(days).padStart(4)} days ${String(total).padStart(14)} ${figures.join(' ')}\n`,
  );
}

/**
 * Sends batches of twenty events, from eight visitors at a time. Events about suggestions rebuild
 * episodes.
 */
async function measureIntake(what, names) {
  const seconds = 5;
  const end = performance.now() + seconds * 1_000;
  let count = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (performance.now() < end) {
        const batch = Array.from({ length: 20 }, (_, index) => ({
          id: randomUUID(),
          name: names[index % names.length],
          timestamp: new Date().toISOString(),
        }));
        const { data } = await request('support/events', demo.publishableKey, batch);
        count += data.stored;
      }
    }),
  );
  process.stdout.write(
    `intake ${what.padEnd(10)} ${Math.round(count / seconds)} events a second\n`,
  );
}

async function request(path, key, batch) {
  const headers = { Authorization: `Bearer ${key}` };
  const response = await backend.app.request(
    `/v1/${path}`,
    batch === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: {
            ...headers,
            'Content-Type': 'application/json',
            'X-Visitor-Id': randomBytes(18).toString('base64url'),
          },
          body: JSON.stringify({ events: batch }),
        },
  );
  if (!response.ok) throw new Error(`${path} was answered ${response.status}.`);
  return response.json();
}
