import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/db/db.ts';
import { openProgram } from './support/program.ts';
import { startStandIn } from './support/standIn.ts';

const program = openProgram();
const { run } = program;
const noOne = '00000000-0000-4000-8000-000000000000';

test.each([
  [['loud'], 'There is no command "loud"'],
  [['kb'], '"kb" needs a subcommand. Usage: support-server kb import'],
  [
    ['keys', 'lsit'],
    'There is no command "keys lsit". Usage: support-server keys list|create|rotate|revoke',
  ],
  [['migrate', 'now'], 'Unexpected arguments: now.'],
  [['serve', 'now'], 'Unexpected arguments: now.'],
  [['seed', 'now'], 'Unexpected arguments: now.'],
  [['doctor', 'now'], 'Unexpected arguments: now.'],
  [['privacy', 'erase', '--email', 'a@b.example', '--user', '3'], 'Name one person: by --user,'],
  [['accounts', 'create', '--name', 'Acme', '--email', 'nobody'], '--email must be an e-mail'],
  [['kb', 'import'], 'Name one folder.'],
  [['kb', 'import', ''], 'Name one folder.'],
  [['backup', ''], 'Name one folder.'],
  [['restore', ''], 'Name one folder.'],
  [['accounts', 'close'], 'Name one account by its id.'],
  [['accounts', 'close', 'x', '--keep-days', '0'], '--keep-days must be a whole number from 1'],
  [['accounts', 'close', 'x', '--keep-days', '1.5'], '--keep-days must be a whole number from 1'],
  [['agents', 'role', 'x'], 'Name one agent and a role.'],
  [['agents', 'role', 'x', 'boss'], 'The role must be one of admin, agent, viewer.'],
  [['audit', 'list', '--operator', '--account', 'x'], '--operator lists all accounts'],
  [['privacy', 'show', '--email', 'a@b.example'], 'Add export or erase.'],
  [['privacy', 'erase'], 'Usage: support-server privacy export|erase'],
  [['jobs', 'retry'], 'Name the jobs to retry'],
  [['jobs', 'list', '--id', 'x'], 'x is not an id.'],
  [['jobs', 'list', '--loud'], "Unknown option '--loud'"],
  [['conformance'], 'Name one base URL.'],
  [['conformance', 'api.acme.example', '--key', 'pk_1'], 'is no http or https address'],
  [['conformance', 'http://127.0.0.1:1/v1/'], 'Give a publishable key: --key pk_…'],
  [['conformance', 'http://127.0.0.1:1/v1/', '--key', 'pk_1'], 'does not respond'],
  [
    ['conformance', 'http://x.example', '--key', 'pk_1', '--only', 'x'],
    '--only must be one of envelope,',
  ],
  [['accounts', 'add', '--name', 'Acme'], 'An account needs --name and --email.'],
  [['keys', 'create', '--name', 'x'], 'A key needs --kind and --name.'],
  [
    ['keys', 'create', '--name', 'x', '--kind', 'loud'],
    '--kind must be one of publishable, secret.',
  ],
  [['keys', 'rotate'], 'Name the key: an id from keys list.'],
  [['keys', 'create', '--kind', 'secret', '--name', 'x', '--days', '1e9'], 'and at most 36500.'],
  [['audit', 'list', '--limit', '1.5'], '--limit must be a whole number from 1'],
  [['settings', 'set', 'nmae', 'x'], 'There is no setting "nmae".'],
  [['settings', 'set', 'email', 'nobody'], 'email: Must be an e-mail address.'],
  [['settings', 'set', 'ticket_prefix'], 'Name one setting and one value'],
  [['agents', 'invite', '--name', 'x'], 'An agent needs --name and --email.'],
  [['agents', 'invite', '--name', 'x', '--email', 'y', '--days', 'z'], '--days must be a number.'],
  [['identity', 'rotate', 'now'], 'Unexpected arguments: now.'],
])('wrong arguments are explained with the right ones: %j', async (args, words) => {
  expect(await run(...args)).toEqual({ text: expect.stringContaining(words), code: 2 });
});

const missing: [args: string[], words: string][] = [
  [['agents', 'disable', 'bo@acme.example'], 'disabled: This is the last admin of the account.'],
  [
    ['keys', 'list', '--account', 'x'],
    'There is no account x. To list accounts, run support-server accounts list',
  ],
  [['accounts', 'update', '--plan', 'free', '--account', noOne], 'There is no account'],
  [['jobs', 'list', '--account', noOne], 'There is no account'],
  [['privacy', 'export', '--email', 'a@b.example', '--account', noOne], 'There is no account'],
  [['sandbox', 'list', '--account', noOne], 'There is no account'],
  [['keys', 'revoke', noOne], 'There is no such key. Check the id.'],
  [['keys', 'list', '--account', noOne.toUpperCase()], 'There is no account'],
  [['keys', 'rotate', '--key', 'x'], 'There is no such key, or it has expired.'],
  [
    ['keys', 'create', '--kind', 'publishable', '--name', 'x', '--scope', 'tickets'],
    'scopes: Only a secret key can have scopes.',
  ],
  [['identity', 'rotate', '--overlap', '1e9'], 'overlap_hours: Must be 87600 or less.'],
  [['agents', 'disable', 'x'], 'There is no agent x. To list agents, run'],
  [['agents', 'invite', '--name', 'x', '--email', 'y'], 'email: Must be an e-mail address.'],
  [['jobs', 'retry', '--id', noOne], 'There is no dead job 00000000'],
  [['kb', 'import', '/none'], '/none'],
  [['backup', '/dev/null'], '/dev/null cannot be used: it is a file, not a folder.'],
  [
    ['backup', '/proc/none'],
    'The folder /proc/none cannot be created. Check its permissions, or choose another path.',
  ],
  [
    ['kb', 'import', '/dev/null'],
    '/dev/null cannot be used: it is a file, not a folder.',
  ],
  [['restore', '/none'], '/none is not a complete backup.'],
  [['restore', '/proc/none'], '/proc/none is not a complete backup.'],
  [['restore', '/dev/null'], '/dev/null is not a complete backup.'],
  [['accounts', 'close', noOne], `There is no account ${noOne}.`],
  [['accounts', 'reopen', noOne], `There is no account ${noOne}.`],
  [['accounts', 'delete', noOne, '--yes'], `There is no account ${noOne}.`],
  [['agents', 'role', 'x', 'admin'], 'There is no agent x. To list agents, run'],
];

test('missing things are reported with the next step', async () => {
  await program.useDatabase();
  await run('accounts', 'create', '--name', 'Acme', '--email', 'help@acme.example');
  await run('agents', 'invite', '--name', 'Bo', '--email', 'bo@acme.example', '--role', 'admin');
  for (const [args, words] of missing) {
    const { text, code } = await run(...args);
    expect([args, code, text]).toEqual([args, 1, expect.stringContaining(words)]);
    expect(text).not.toContain('Some fields');
  }
});

test('a server that does not respond, or is another program, is named', async () => {
  const other = await startStandIn();
  other.respond(() => ({ status: 404, body: '<html>' }));
  vi.stubEnv('SUPPORT_SECRET_KEY', 'sk_live_1');
  const at = (url: string) => run('kb', 'import', program.folder, '--url', url);
  expect((await at(`${other.url}/v1/`)).text).toContain('is not the API of a support server');
  // An idle connection may be closed while the command is busy.
  expect(other.requests.map(({ headers }) => headers.connection)).toEqual(['close']);
  await other.close();
  const { text, code } = await at(`${other.url}/v1/`);
  expect(text).toContain(`${new URL(other.url).origin} does not respond (`);
  expect(code).toBe(1);
});

test('a report that cannot be written is reported before the checks', async () => {
  const backend = await startStandIn();
  backend.respond(() => ({ status: 200, body: { success: true } }));
  const check = (report: string) =>
    run('conformance', backend.url, '--key', 'pk_1', '--only', 'envelope', '--junit', report);
  const outcomes = [
    [program.folder, `${program.folder} cannot be used: it is a folder, not a file.`],
    [`${program.folder}/none/x.xml`, 'x.xml cannot be used: it does not exist.'],
    ['/dev/null/x.xml', '/dev/null/x.xml cannot be used: it is a file, not a folder.'],
  ] as const;
  for (const [report, words] of outcomes) {
    const { text, code } = await check(report);
    expect([code, text]).toEqual([1, expect.stringContaining(words)]);
    expect(text).not.toContain('envelope:');
  }
  await backend.close();
});

test('devices and broken links in a folder of articles do not stop an import', async () => {
  await program.useDatabase();
  await run('accounts', 'create', '--name', 'Acme', '--email', 'help@acme.example');
  const articles = join(program.folder, 'articles');
  mkdirSync(join(articles, 'folder.md'), { recursive: true });
  writeFileSync(join(articles, 'spf.md'), '# SPF\n\nWords.');
  symlinkSync('/dev/zero', join(articles, 'zero.md'));
  symlinkSync('loop.md', join(articles, 'loop.md'));
  symlinkSync('nowhere.md', join(articles, 'gone.md'));
  const { text, code } = await run('kb', 'import', articles);
  expect(text).toContain('gone.md:1: The file cannot be read (ENOENT).');
  expect(text).toContain('loop.md:1: The file cannot be read (ELOOP).');
  expect(text).toContain('1 added, 0 updated, 0 unchanged, 0 unpublished, 2 broken');
  expect(code).toBe(1);
});

test('ids are compared without case, and cannot be part of a path', async () => {
  await program.useDatabase();
  const made = await run('accounts', 'create', '--name', 'Acme', '--email', 'help@acme.example');
  const id = /account +(\S+)/.exec(made.text)?.[1] ?? '';
  expect(await run('keys', 'list', '--account', id.toUpperCase())).toMatchObject({ code: 0 });
  for (const key of ['', '.', '..']) {
    const outcome = await run('keys', 'revoke', '--key', key);
    expect(outcome).toEqual({ text: expect.stringContaining(`"${key}" is not an id.`), code: 2 });
  }
});

test('a terminal does not interpret control characters in names', async () => {
  await program.useDatabase();
  const name = 'Acme\u001b[31m\u202e\nSecond line';
  await run('accounts', 'create', '--name', 'Acme', '--email', 'help@acme.example');
  // Only one-line names are accepted; an earlier version stored others.
  const database = await openDatabase({
    databaseUrl: process.env.DATABASE_URL || undefined,
    folder: join(program.folder, 'db'),
  });
  await sql`update support.tenants set name = ${name}`.execute(database.kysely);
  await sql`update support.operator_log set after = ${JSON.stringify({ name })}`.execute(
    database.kysely,
  );
  await database.close();
  const { text } = await run('accounts', 'list');
  expect(text).toContain('Acme\\u001b[31m\\u202e Second line  help@acme.example');
  const log = await run('audit', 'list', '--operator', '--json');
  expect(JSON.parse(log.text)).toMatchObject({ after: { name } });
});
