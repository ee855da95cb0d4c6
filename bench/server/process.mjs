/**
 * Runs a server in a separate process: `process.mjs floor|ours`, on DATABASE_URL or in the folder
 * DATA_DIR.
 */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import pg from 'pg';
import {
  createBackend,
  createLogger,
  demo,
  importArticles,
  listen,
  seedDemo,
} from '../../server/dist/server/index.js';
import { openFloor } from './floor.mjs';

const { DATABASE_URL: databaseUrl, DATA_DIR: folder, ARTICLES: articles } = process.env;

const fetch = process.argv[2] === 'floor' ? await openTheFloor() : await openOurs();
const { port } = await listen(fetch, { port: 0, host: '127.0.0.1' });
process.send({ port });
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ begin, end }) => {
  if (begin) await beginMeasuring(begin);
  else process.send(await endMeasuring(end));
});

let cpu;
let inspector;

async function beginMeasuring({ profile }) {
  if (profile) {
    inspector = new Session();
    inspector.connect();
    await inspector.post('Profiler.enable');
    await inspector.post('Profiler.start');
  }
  globalThis.gc?.();
  cpu = process.cpuUsage();
  process.send({ heapMb: process.memoryUsage().heapUsed / 1e6 });
}

/** Returns the CPU time of all threads in microseconds. Writes the CPU profile, if one was begun. */
async function endMeasuring({ profile }) {
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  if (profile) {
    const taken = await inspector.post('Profiler.stop');
    inspector.disconnect();
    writeFileSync(profile, JSON.stringify(taken.profile));
  }
  return { cpuMicros: user + system, heapMb: heapUsed / 1e6, rssMb: rss / 1e6 };
}

async function openTheFloor() {
  if (databaseUrl !== undefined) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
    return (await openFloor((text, values) => pool.query(text, values))).fetch;
  }
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create(join(folder, 'floor'));
  return (await openFloor((text, values) => pglite.query(text, values))).fetch;
}

async function openOurs() {
  const backend = await createBackend({
    folder: join(folder, 'ours'),
    databaseUrl,
    attachmentSecret: 'x'.repeat(32),
    encryptionKeys: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
    logger: createLogger('silent'),
    rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
  });
  await seedDemo(backend.database.kysely);
  if (articles) {
    await importArticles(backend.database.kysely, { folder: articles, tenantId: demo.tenantId });
  }
  return backend.app.fetch;
}
