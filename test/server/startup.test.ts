import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../../server/db/db.ts';
import { lockFolder } from '../../server/db/lock.ts';
import { ticketJobs } from '../../server/events/ticketCreated.ts';
import { claimJobs } from '../../server/queue/claim.ts';
import { createBackend } from '../../server/start/backend.ts';
import { readEnvironment } from '../../server/start/environment.ts';
import { listen } from '../../server/start/listen.ts';
import { demo, seedDemo } from '../../server/start/seed.ts';
import { explainStartFailure } from '../../server/start/startup.ts';
import { created, draft, get, post, silent } from './support/api.ts';
import { copyEmbedded } from './support/embedded.ts';
import { newId } from './support/tenant.ts';

const root = mkdtempSync(join(tmpdir(), 'support-start-'));
afterAll(() => rmSync(root, { recursive: true }));
const newFolder = () => mkdtempSync(join(root, 'data-'));

test('the environment has defaults, and an empty variable counts as unset', () => {
  expect(readEnvironment({ PORT: '', SMTP_URL: '' }, { port: 4174 })).toEqual({
    port: 4174,
    host: undefined,
    databaseUrl: undefined,
    dataDir: '.data',
    folder: join('.data', 'db'),
    smtpUrl: undefined,
    attachmentDir: join('.data', 'attachments'),
    attachmentSecret: undefined,
    encryptionKeys: undefined,
    oauth: undefined,
    allowPrivateWebhooks: false,
    s3: undefined,
    adminTokens: [],
    rateLimits: { keyPerHour: 100_000, visitorPerMinute: 100, networkPerMinute: 1_000 },
    logLevel: 'info',
  });
});

test.each([
  ['PORT', 'http', 'must be a port, 0 to 65535'],
  ['PORT', '65536', 'must be a port, 0 to 65535'],
  ['DATABASE_URL', 'mysql://secret@x', 'must begin with postgres:// or postgresql://'],
  ['SMTP_URL', 'localhost:25', 'must begin with smtp:// or smtps://'],
  ['LOG_LEVEL', 'loud', 'must be trace'],
  ['RATE_LIMIT_KEY', '-1', 'must be a whole number'],
  ['ADMIN_TOKEN', 'a token with spaces, long enough', 'must be 24 to 200 characters'],
  ['METRICS_TOKEN', 'short', 'must be 16 to 200 characters'],
])('a wrong %s is reported in one sentence, without its value', (name, value, words) => {
  const read = () => readEnvironment({ [name]: value }, { port: 1 });
  expect(read).toThrow(`The variable ${name} ${words}`);
  expect(read).not.toThrow(value);
});

test('answers are written by the model that is set, which has an address and a name', () => {
  const read = (variables: Record<string, string>) => readEnvironment(variables, { port: 1 });
  const ANSWERS_URL = 'http://127.0.0.1:11434/v1';
  expect(() => read({ ANSWERS_URL })).toThrow(
    'The variable ANSWERS_MODEL must be set together with ANSWERS_URL.',
  );
  expect(() => read({ ANSWERS_MODEL: 'm' })).toThrow('The variable ANSWERS_URL must be set');
  expect(() => read({ ANSWERS_URL: 'api.example', ANSWERS_MODEL: 'm' })).toThrow(
    'The variable ANSWERS_URL must begin with https:// or http://.',
  );
  expect(read({ ANSWERS_URL, ANSWERS_MODEL: 'm' }).answers).toEqual({
    url: ANSWERS_URL,
    model: 'm',
    key: undefined,
  });
  expect(read({}).answers).toBeUndefined();
});

test.each([
  ['ANSWERS_KEY', 'ANSWERS_URL'],
  ['MAILGUN_BASE_URL', 'MAILGUN_API_KEY'],
  ['SENDGRID_BASE_URL', 'SENDGRID_API_KEY'],
  ['OAUTH_GOOGLE_CLIENT_ID', 'OAUTH_GOOGLE_CLIENT_SECRET'],
  ['OAUTH_GOOGLE_CLIENT_SECRET', 'OAUTH_GOOGLE_CLIENT_ID'],
])('%s without %s is reported', (name, missing) => {
  const read = () => readEnvironment({ [name]: 'https://x.example' }, { port: 1 });
  expect(read).toThrow(`The variable ${missing} must be set together with ${name}.`);
});

test('files go to S3 if it is set, and then all of its variables are required', () => {
  const variables = { S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'b', S3_ACCESS_KEY_ID: 'id' };
  expect(() => readEnvironment(variables, { port: 1 })).toThrow(
    'The variable S3_SECRET_ACCESS_KEY must be set together with S3_ENDPOINT.',
  );
  expect(() => readEnvironment({ S3_BUCKET: 'b' }, { port: 1 })).toThrow(
    'The variable S3_ENDPOINT must be set together with S3_BUCKET.',
  );
  const all = { ...variables, S3_SECRET_ACCESS_KEY: 'secret' };
  expect(readEnvironment(all, { port: 1 }).s3).toEqual({
    endpoint: 'https://s3.example',
    bucket: 'b',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
  });
});

test('mail goes to the configured providers, in the configured order', () => {
  const read = (variables: Record<string, string>) => readEnvironment(variables, { port: 1 });
  const variables = {
    MAILGUN_API_KEY: 'key-1',
    MAILGUN_DOMAIN: 'mg.acme.example',
    MAILGUN_BASE_URL: 'https://api.eu.mailgun.net',
    SENDGRID_API_KEY: 'SG.1',
    MAIL_ORDER: 'sendgrid, mailgun',
  };
  expect(read(variables)).toMatchObject({
    mailgun: {
      apiKey: 'key-1',
      domain: 'mg.acme.example',
      baseUrl: 'https://api.eu.mailgun.net',
    },
    sendgrid: { apiKey: 'SG.1' },
    mailOrder: ['sendgrid', 'mailgun'],
  });
  expect(() => read({ MAILGUN_API_KEY: 'key-1' })).toThrow(
    'The variable MAILGUN_DOMAIN must be set together with MAILGUN_API_KEY.',
  );
  for (const MAIL_ORDER of ['mailgun', 'pigeon', 'smtp']) {
    expect(() => read({ SENDGRID_API_KEY: 'SG.1', MAIL_ORDER })).toThrow(
      'The variable MAIL_ORDER must list configured services only: mailgun, sendgrid or smtp.',
    );
  }
});

test('two servers cannot use one folder, and the lock of an ended process is taken over', () => {
  const folder = newFolder();
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(
    `The data in ${folder} is in use by process ${process.pid}.`,
  );
  unlock();
  writeFileSync(join(folder, 'support.lock'), '2147483646');
  lockFolder(folder)();
  expect(existsSync(join(folder, 'support.lock'))).toBe(false);
  writeFileSync(join(folder, 'support.lock'), String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`in use by process ${process.ppid}`);
});

test('a port conflict and a missing package are explained in one sentence', async () => {
  const server = await listen(() => new Response(), { port: 0 });
  const error = await listen(() => new Response(), { port: server.port }).catch(
    (reason: unknown) => reason,
  );
  expect(explainStartFailure(error, 4173)).toBe(
    'Port 4173 is taken. Stop what uses it, or set PORT to another, such as PORT=4180.',
  );
  await server.close();
  const missing = Object.assign(new Error("Cannot find package 'pg' imported from /x/y.js"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  expect(explainStartFailure(missing)).toBe(
    'The backend needs the package "pg". Install it: npm install pg',
  );
  expect(explainStartFailure(new Error('A mistake of ours'))).toBeUndefined();
});

test('an unreachable database is an error at the start', async () => {
  const options = {
    databaseUrl: 'postgres://x:x@127.0.0.1:1/x',
    attachmentSecret: 'x'.repeat(32),
    folder: newFolder(),
    logger: silent,
    databaseWaitSeconds: 0,
  };
  await expect(createBackend(options)).rejects.toThrow('ECONNREFUSED');
});

test('data outlives the process: a second start finds its requests and its jobs', async () => {
  const folder = newFolder();
  await copyEmbedded(folder);
  const me = { key: demo.publishableKey, visitor: newId() };
  const first = await createBackend({ folder, logger: silent });
  await seedDemo(first.database.kysely);
  await expect(openDatabase({ folder })).rejects.toThrow('is in use by process');
  // Its files are writable for everyone.
  expect(statSync(folder).mode & 0o077).toBe(0);
  const { id } = await created(post(first.app, me, draft));
  // Simulates a process that was killed while it ran them.
  const claim = { types: ticketJobs, limit: 9, leaseMs: 60_000 };
  expect(await claimJobs(first.database.kysely, claim)).toHaveLength(2);
  await first.close();
  const second = await createBackend({ folder, logger: silent });
  expect((await get(second.app, me, `support/tickets/${id}`)).status).toBe(200);
  expect(await claimJobs(second.database.kysely, claim)).toHaveLength(2);
  await second.close();
});
