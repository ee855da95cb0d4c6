/**
 * Runs a server in a separate process: `process.mjs floor|ours`, on DATABASE_URL or in the folder
 * DATA_DIR.
 */
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
