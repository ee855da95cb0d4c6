/**
 * `node bench/server/run.mjs [postgres] [pglite] [--seconds 6] [--articles 10000] [--only create]
 * [--profile folder]` after a build: compares the backend at 100 connections with a minimal hono +
 * pg handler on the same database, in the same run. "of CPU" compares their CPU time per request,
 * which other users of the machine disturb less than the rate.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { demo } from '../../server/dist/server/index.js';
import { startPostgres } from '../postgres.mjs';
import { createWords, writeArticles } from './articles.mjs';
import { start } from './child.mjs';
import { heading, print } from './table.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '6' },
    articles: { type: 'string', default: '10000' },
    only: { type: 'string' },
    profile: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const isWanted = (name) => values.only === undefined || values.only.split(',').includes(name);
const newId = () => randomBytes(18).toString('base64url');
const json = { 'Content-Type': 'application/json' };
const draft = {
  subject: 'Mails do not arrive',
  description: 'Since this morning.\nNothing in the logs.',
  email: 'ada@customer.example',
  name: 'Ada Lovelace',
  category: 'technical',
};
const visitors = Array.from({ length: 100 }, newId);
let turn = 0;
const visitor = () => visitors[turn++ % visitors.length];
/**
 * Returns a different network for each visitor, because requests of one network wait for its
 * counter.
 */
const network = () => `11.${(turn >> 8) % 256}.${turn % 256}.1`;
const key = { Authorization: `Bearer ${demo.publishableKey}` };

const phrase = createWords(11);
const cases = [
  { name: 'config', floor: { path: '/config' }, ours: () => ({ path: '/v1/support/config' }) },
  {
    name: 'create',
    floor: { method: 'POST', path: '/tickets', headers: json, body: JSON.stringify(draft) },
    ours: () => ({
      method: 'POST',
      path: '/v1/support/tickets',
      headers: {
        ...json,
        'X-Visitor-Id': visitor(),
        'Idempotency-Key': newId(),
        'X-Forwarded-For': network(),
      },
      body: JSON.stringify({ ...draft, email: `ada${turn}@customer.example` }),
    }),
  },
  {
    name: 'list',
    floor: { path: '/tickets', headers: { 'X-Visitor-Id': 'v7' } },
    ours: () => ({ path: '/v1/support/tickets', headers: { 'X-Visitor-Id': visitor() } }),
  },
  {
    name: 'suggest',
    ours: () => ({
      method: 'POST',
      path: '/v1/support/kb/suggest',
      headers: json,
      body: JSON.stringify({ content: phrase(30), relevance_threshold: 0.3 }),
    }),
  },
].filter(({ name }) => isWanted(name));

const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
const articles = isWanted('suggest') ? join(folder, 'articles') : '';
if (articles) writeArticles(articles, Number(values.articles));
try {
  for (const database of positionals.length > 0 ? positionals : ['postgres', 'pglite']) {
    await measureOn(database);
  }
} finally {
  rmSync(folder, { recursive: true });
}

async function measureOn(database) {
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  const env = {
    ...process.env,
    DATA_DIR: folder,
    ARTICLES: articles,
    ...(postgres && { DATABASE_URL: postgres.url }),
  };
  const floor = await start('floor', env, postgres);
  const ours = await start('ours', env, postgres);
  process.stdout.write(`${database}\n${heading}\n`);
  for (const one of cases) {
    const base = one.floor && (await loadWarm(floor, () => one.floor));
    const own = await loadWarm(ours, one.ours, profileOf(database, one.name));
    print(one.name, base, own);
  }
  if (isWanted('intake')) await measureIntake(ours);
  for (const { stop } of [floor, ours]) await stop();
  await postgres?.stop();
}

function profileOf(database, name) {
  return values.profile && join(values.profile, `${database}-${name}.cpuprofile`);
}

/**
 * Measures after a warm-up of the same duration, in which connections are opened, and code and plans
 * are cached. A new Postgres collects statistics only after a minute, and until then plans of empty
 * tables are used, so the warm-up collects them.
 */
async function loadWarm({ url, begin, end, analyze }, next, profile) {
  await load(url, next);
  await analyze();
  await load(url, next, { connections: 100, duration: 1 });
  await begin({ profile });
  const result = await load(url, next);
  return { ...result, ...(await end({ profile })) };
}

function load(url, next, more = { connections: 100 }) {
  const setupRequest = (request) => {
    const { headers, ...rest } = next();
    return { ...request, ...rest, headers: { ...key, ...headers } };
  };
  return autocannon({ url, duration: seconds, requests: [{ setupRequest }], ...more });
}

/**
 * Sends events of a provider, 500 per second, each signed and new. Then measures how long it takes
 * until all are processed.
 */
async function measureIntake({ url, begin, end }) {
  const secret = 'bench-secret';
  const kept = await fetch(`${url}/v1/agent/integrations`, {
    method: 'POST',
    headers: { ...json, Authorization: `Bearer ${demo.secretKey}` },
    body: JSON.stringify({
      provider: 'custom',
      name: `Bench ${randomUUID()}`,
      credentials: { webhook_secret: secret },
    }),
  });
  const { id } = (await kept.json()).data;
  const next = () => {
    const event = { id: randomUUID(), type: 'bench.event', created: new Date().toISOString() };
    const body = JSON.stringify(event);
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const headers = { 'X-Webhook-Signature': `sha256=${signature}` };
    return { method: 'POST', path: `/v1/webhooks/custom/${id}`, headers, body };
  };
  await begin({});
  const result = await load(url, next, { connections: 100, overallRate: 500 });
  const own = { ...result, ...(await end({})) };
  const ended = performance.now();
  for (;;) {
    const response = await fetch(`${url}/v1/integrations/${id}/health`, { headers: key });
    const { integration } = (await response.json()).data;
    if (integration.connection.data_synced.engagements >= own['2xx']) break;
    if (performance.now() - ended > 30_000) throw new Error('They are not processed.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  print('intake', undefined, own);
  process.stdout.write(`  processed ${Math.round(performance.now() - ended)} ms after the last\n`);
}
