/**
 * `node bench/recovery.mjs [10]` after a build: measures the time from a rejected token to the
 * green badge, with the real parts, this number of times. The next check is made due when the break
 * happens. Healthy systems are checked every five minutes, so that time must be added.
 * `DATABASE_URL=…` uses a real Postgres; the default is the embedded one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'vite';
import { createBackend, createLogger } from '../server/dist/server/index.js';

const rounds = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'support-bench-'));
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false },
});
const driver = await vite.ssrLoadModule('/test/server/support/recovery.ts');
const { openSurroundings } = await vite.ssrLoadModule('/test/server/support/surroundings.ts');
const around = await openSurroundings();
const backend = await createBackend({
  folder: join(folder, 'db'),
  databaseUrl: process.env.DATABASE_URL,
  attachmentSecret: 'x'.repeat(32),
  encryptionKeys: `b1:${Buffer.alloc(32, 1).toString('base64')}`,
  allowPrivateWebhooks: true,
  oauth: around.oauth,
  smtpUrl: around.smtp.url,
  logger: createLogger('silent'),
  rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
});
try {
  const connected = await driver.connectAll(backend, around);
  const lines = [];
  for (let round = 0; round < rounds; round++) lines.push(await driver.recover(around, connected));
  process.stdout.write(`${process.env.DATABASE_URL ? 'Postgres' : 'PGlite'}, ${rounds} rounds\n`);
  process.stdout.write(`${'step'.padEnd(22)} median ms     max ms\n`);
  for (const step of Object.keys(lines[0])) {
    const times = lines.map((line) => line[step]).sort((a, b) => a - b);
    const figures = [times[Math.floor(rounds / 2)], times.at(-1)];
    const shown = figures.map((ms) => ms.toFixed(0).padStart(10)).join(' ');
    process.stdout.write(`${step.padEnd(22)}${shown}\n`);
  }
} finally {
  backend.endStreams();
  await backend.close();
  await around.close();
  await vite.close();
  rmSync(folder, { recursive: true });
}
