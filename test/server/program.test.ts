import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/db/db.ts';
import { demo } from '../../server/start/seed.ts';
import { getConfig } from '../../src/contract/config.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser } from './support/database.ts';
import { openProgram } from './support/program.ts';
import { startStandIn } from './support/standIn.ts';

const program = openProgram();
const { run } = program;

const open = () =>
  openDatabase({
    databaseUrl: process.env.DATABASE_URL || undefined,
    folder: join(program.folder, 'db'),
  });

test('help lists every command, and each has its own help', async () => {
  const { text } = await run('--help');
  expect(await run()).toEqual({ text, code: 0 });
  const names = [...text.matchAll(/^ {2}([a-z]+( [a-z]+)?) {2}/gm)].map(([, name = '']) => name);
  expect(names).toContain('kb import');
  expect(names).toContain('serve');
  for (const name of names) {
    const help = await run(...name.split(' '), '--help');
    expect(help).toEqual({
      text: expect.stringContaining(`Usage: support-server ${name}`),
      code: 0,
    });
  }
  expect(await run('keys', '--help')).toEqual({
    text: expect.stringMatching(/keys list\|create\|rotate\|revoke\n\n {2}keys list {5,}Lists/),
    code: 0,
  });
});

test('a new account can be used immediately, and gets its articles', async () => {
  const added = await run(
    ...['accounts', 'add', '--name', 'Acme', '--email', 'help@acme.example'],
    ...['--origin', 'https://app.acme.example'],
  );
  expect(added.code).toBe(0);
  const [id = '', publishableKey = ''] = added.text.split('\n').map((line) => line.slice(17));
  mkdirSync(join(program.folder, 'kb', 'en'), { recursive: true });
  writeFileSync(join(program.folder, 'kb', 'en', 'hello.md'), '---\ntitle: Hello\n---\n\nWords.\n');
  const imported = await run('kb', 'import', join(program.folder, 'kb'), '--account', id);
  expect(imported.text).toContain('1 added');
  const database = await open();
  const config = await call(createTestApp(database), { key: publishableKey }, getConfig);
  expect(config).toMatchObject({ email: 'help@acme.example' });
  await database.close();
  const unknown = await run('kb', 'import', join(program.folder, 'kb'), '--account', 'x');
  expect(unknown).toEqual({ text: expect.stringContaining('There is no account x.'), code: 1 });
});

test('dead jobs can be listed and queued again, and a person’s data can be exported', async () => {
  await program.useDatabase();
  expect((await run('seed')).text).toContain('pk_test_demo');
  const database = await open();
  await asSuperuser(
    database.kysely,
    `insert into support.jobs (tenant_id, id, type, payload, failed_at, last_error)
     select id, gen_random_uuid(), 'ping', '{"ticketId":"t1"}', now(), 'Error EWRONG'
     from support.tenants where name = 'PenguinMails'`,
  );
  await database.close();
  const list = await run('jobs', 'list');
  expect(list.text).toMatch(/ping {2}ticketId=t1 {2}Error EWRONG\nDead jobs: 1\n$/);
  expect((await run('jobs', 'list', '--type', 'pong')).text).toBe('Dead jobs: 0\n');
  expect((await run('jobs', 'retry', '--all')).text).toBe('1 queued\n');
  expect((await run('jobs', 'list')).text).toBe('Dead jobs: 0\n');
  const ada = ['--email', 'ada@example.com'];
  const several = await run('privacy', 'erase', ...ada);
  expect(several.text).toContain('There are several accounts. Choose one');
  const person = await run('privacy', 'export', ...ada, '--account', demo.tenantId);
  expect(JSON.parse(person.text)).toMatchObject({ tickets: [], messages: [] });
});

test('the doctor names what is wrong, and what is missing', async () => {
  const before = await run('doctor');
  expect(before).toMatchObject({
    code: 0,
    text: expect.stringContaining('pending migrations: '),
  });
  await run('migrate');
  const after = await run('doctor');
  expect(after.text).toContain('up to date, and accounts cannot see one another');
  expect(after.text).toContain('without SMTP_URL');
  vi.doMock('prom-client', () => {
    throw new Error('not installed');
  });
  vi.stubEnv('METRICS_TOKEN', 'a-token-of-24-characters');
  expect(await run('doctor')).toMatchObject({
    code: 1,
    text: expect.stringContaining(
      'FAIL  Packages: METRICS_TOKEN needs the package "prom-client". Install it: npm install prom-client',
    ),
  });
  vi.doUnmock('prom-client');
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
  expect(await run('doctor')).toMatchObject({
    code: 1,
    text: expect.stringContaining('FAIL  Database: The database does not respond'),
  });
  vi.stubEnv('PORT', 'http');
  expect((await run('doctor')).text).toContain('FAIL  Environment: The variable PORT must be');
});

test('any backend can be checked, and failures are reported with advice', async () => {
  const backend = await startStandIn();
  backend.respond(() => ({ status: 200, body: { success: true } }));
  const report = join(program.folder, 'junit.xml');
  const only = ['--only', 'envelope', '--only', 'webhooks'];
  const args = [`${backend.url}/v1`, '--key', 'pk_1', '--junit', report, ...only];
  const { text, code } = await run('conformance', ...args);
  await backend.close();
  expect(code).toBe(1);
  expect(text).toContain('FAIL  envelope: A success is { success: true, data, meta }');
  expect(text).toContain('actual    status 200 with {"success":true}, where data is wrong');
  expect(text).toContain('fix       Wrap every response');
  expect(text).toContain('Give --secret to check it.');
  expect(text).toContain('0 passed, 6 failed, 4 not checked.');
  const xml = readFileSync(report, 'utf8');
  expect(xml).toContain('<testsuites name="conformance" tests="10" failures="6" skipped="4"');
  expect(xml).toContain('status 200 with {&quot;success&quot;:true}');
});
