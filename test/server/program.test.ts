import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/db/db.ts';
import { runProgram } from '../../server/start/program.ts';
import { demo } from '../../server/start/seed.ts';
import { getConfig } from '../../src/contract/config.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { asSuperuser } from './support/database.ts';
import { startStandIn } from './support/standIn.ts';

let folder = '';
let out = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-program-'));
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('DATABASE_URL', '');
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      out += text;
      return true;
    });
  }
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
});

/** Runs a command. Returns its output and exit code. */
async function run(...args: string[]): Promise<{ text: string; code: number }> {
  out = '';
  process.exitCode = 0;
  await runProgram(args);
  return { text: out, code: Number(process.exitCode) };
}

const open = () => openDatabase({ folder: join(folder, 'db') });

test('help lists every command, and each explains itself', async () => {
  const { text } = await run('--help');
  expect(await run()).toEqual({ text, code: 0 });
  const names = [...text.matchAll(/^ {2}([a-z]+( [a-z]+)?) {2}/gm)].map(([, name = '']) => name);
  expect(names).toContain('kb import');
  expect(names).toContain('serve');
  for (const name of names) {
    const help = await run(...name.split(' '), '--help');
    expect(help).toEqual({ text: expect.stringContaining(`Use: support-server ${name}`), code: 0 });
  }
});

test.each([
  [['loud'], 'There is no command "loud"'],
  [['kb'], 'There is no command "kb"'],
  [['kb', 'import'], 'Name one folder.'],
  [['privacy', 'show', '--email', 'a@b.example'], 'Add export or erase.'],
  [['privacy', 'erase'], 'Use: support-server privacy export|erase'],
  [['jobs', 'retry'], 'Name the jobs to retry'],
  [['jobs', 'list', '--id', 'x'], 'x is no id.'],
  [['jobs', 'list', '--loud'], "Unknown option '--loud'"],
  [['conformance'], 'Name one base URL.'],
  [['conformance', 'api.acme.example', '--key', 'pk_1'], 'is no http or https address'],
  [['conformance', 'http://127.0.0.1:1/v1/'], 'Give a publishable key: --key pk_…'],
  [['conformance', 'http://127.0.0.1:1/v1/', '--key', 'pk_1'], 'does not answer'],
  [['conformance', 'http://x.example', '--key', 'pk_1', '--only', 'x'], '--only must be envelope,'],
  [['accounts', 'add', '--name', 'Acme'], 'An account needs --name and --email.'],
])('wrong arguments are answered by what is right: %j', async (args, words) => {
  expect(await run(...args)).toEqual({ text: expect.stringContaining(words), code: 2 });
});

test('an account that is added can be used at once, and gets its articles', async () => {
  const added = await run(
    ...['accounts', 'add', '--name', 'Acme', '--email', 'help@acme.example'],
    ...['--origin', 'https://app.acme.example'],
  );
  expect(added.code).toBe(0);
  const [id = '', publishableKey = ''] = added.text.split('\n').map((line) => line.slice(17));
  mkdirSync(join(folder, 'kb', 'en'), { recursive: true });
  writeFileSync(join(folder, 'kb', 'en', 'hello.md'), '---\ntitle: Hello\n---\n\nWords.\n');
  const imported = await run('kb', 'import', join(folder, 'kb'), '--account', id);
  expect(imported.text).toContain('1 added');
  const database = await open();
  const config = await call(createTestApp(database), { key: publishableKey }, getConfig);
  expect(config).toMatchObject({ email: 'help@acme.example' });
  await database.close();
  const unknown = await run('kb', 'import', join(folder, 'kb'), '--account', 'x');
  expect(unknown).toEqual({ text: expect.stringContaining('There is no account x.'), code: 1 });
});

test('jobs that were given up are listed and queued again; a person’s data comes out', async () => {
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
  expect(list.text).toMatch(/ping {2}ticketId=t1 {2}Error EWRONG\n1 given up\n$/);
  expect((await run('jobs', 'list', '--type', 'pong')).text).toBe('0 given up\n');
  expect((await run('jobs', 'retry', '--all')).text).toBe('1 queued\n');
  expect((await run('jobs', 'list')).text).toBe('0 given up\n');
  const ada = ['--email', 'ada@example.com'];
  const several = await run('privacy', 'erase', ...ada);
  expect(several.text).toContain('There are several accounts. Choose one');
  const person = await run('privacy', 'export', ...ada, '--account', demo.tenantId);
  expect(JSON.parse(person.text)).toMatchObject({ tickets: [], messages: [] });
});

test('the doctor names what is wrong, and what is missing', async () => {
  const before = await run('doctor');
  expect(before).toMatchObject({ code: 0, text: expect.stringContaining('migrations are due') });
  await run('migrate');
  const after = await run('doctor');
  expect(after.text).toContain('up to date, and accounts cannot see one another');
  expect(after.text).toContain('without SMTP_URL');
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
  expect(await run('doctor')).toMatchObject({
    code: 1,
    text: expect.stringContaining('FAIL  Database: The database does not answer'),
  });
  vi.stubEnv('PORT', 'http');
  expect((await run('doctor')).text).toContain('FAIL  Environment: The variable PORT must be');
});

test('a backend of any make is checked, and what is wrong with it is said with what to do', async () => {
  const backend = await startStandIn();
  backend.answer(() => ({ status: 200, body: { success: true } }));
  const report = join(folder, 'junit.xml');
  const only = ['--only', 'envelope', '--only', 'webhooks'];
  const args = [`${backend.url}/v1`, '--key', 'pk_1', '--junit', report, ...only];
  const { text, code } = await run('conformance', ...args);
  await backend.close();
  expect(code).toBe(1);
  expect(text).toContain('FAIL  envelope: A success is { success: true, data, meta }');
  expect(text).toContain('came        status 200 with {"success":true}, where data is wrong');
  expect(text).toContain('what to do  Wrap what you answer');
  expect(text).toContain('Give --secret to check it.');
  expect(text).toContain('0 passed, 6 failed, 4 not checked.');
  const xml = readFileSync(report, 'utf8');
  expect(xml).toContain('<testsuites name="conformance" tests="10" failures="6" skipped="4"');
  expect(xml).toContain('status 200 with {&quot;success&quot;:true}');
});
