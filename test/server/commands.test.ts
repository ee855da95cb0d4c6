import { mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { createBackend } from '../../server/start/backend.ts';
import { listen } from '../../server/start/listen.ts';
import { createLocalAccess } from '../../server/start/localAccess.ts';
import { addLocalCommands } from '../../server/start/localCommands.ts';
import { silent } from './support/api.ts';
import { copyEmbedded } from './support/embedded.ts';
import { openProgram } from './support/program.ts';

const program = openProgram();
const run = async (...args: string[]) => (await program.run(...args)).text;

const acme = ['--name', 'Acme', '--email', 'help@acme.example'];

/** Runs all administration commands in turn on one account. */
async function manage(): Promise<void> {
  expect(await run('accounts', 'list')).toMatch(/Acme {2}help@acme\.example {2}–/);
  expect(await run('accounts', 'update', '--plan', 'starter')).toBe(
    'The plan of Acme is starter.\n',
  );
  const made = await run('keys', 'create', '--kind', 'secret', '--name', 'CI', '--scope', 'report');
  const id = /id {3}(.+)/.exec(made)?.[1] ?? '';
  const rotated = await run('keys', 'rotate', '--key', id, '--overlap', '0');
  expect(rotated).toMatch(/^key {2}sk_live_/);
  expect(await run('keys', 'revoke', '--key', id)).toMatch(/^Revoked CI sk_live_…/);
  expect(await run('keys', 'list')).toMatch(/CI +report +– +revoked/);
  expect(await run('settings', 'set', 'ticket_prefix', 'NW')).toBe('ticket_prefix: "NW"\n');
  expect(await run('settings', 'get', 'ticket_prefix')).toBe('"NW"\n');
  expect(await run('settings', 'set', 'reply_mail_delay', '5')).toBe('reply_mail_delay: 5\n');
  expect(await run('identity', 'rotate')).toMatch(/^identity secret {2}\S{43}\n/);
  expect(await run('identity', 'rotate')).toContain('old one until');
  const marta = 'marta@acme.example';
  const invited = await run(
    'agents',
    'invite',
    '--name',
    'Marta',
    '--email',
    marta,
    '--role',
    'admin',
  );
  expect(invited).toContain('as_');
  const last = 'This is the last admin of the account.';
  expect(await run('agents', 'disable', marta)).toContain(`disabled: ${last}`);
  expect(await run('agents', 'role', marta, 'viewer')).toContain(`role: ${last}`);
  const bo = ['--name', 'Bo', '--email', 'bo@acme.example'];
  await run('agents', 'invite', ...bo);
  expect(await run('agents', 'role', 'bo@acme.example', 'admin')).toBe(
    'The role of Bo is admin.\n',
  );
  expect(await run('agents', 'disable', marta)).toBe('Marta is disabled.\n');
  expect(await run('agents', 'list')).toMatch(/Marta {2}marta@acme\.example {2}admin {2}disabled/);
  expect(await run('agents', 'enable', marta)).toBe('Marta is active.\n');
  const log = await run('audit', 'list', '--action', 'PATCH admin/settings');
  expect(log.split('\n')).toHaveLength(3);
  expect(log).toContain(
    'operator  PATCH admin/settings  {"ticket_prefix":"PM"} → {"ticket_prefix":"NW"}',
  );
  expect(await run('audit', 'list', '--json', '--limit', '1')).toMatch(/^\{.*\}\n$/);
}

/**
 * Imports articles of a folder with a name like a program, with or without a running server. No key
 * is left behind.
 */
async function importArticles(): Promise<void> {
  const articles = join(program.folder, 'articles');
  mkdirSync(articles, { recursive: true });
  writeFileSync(join(articles, 'spf.md'), '# SPF\n\nSee [more](gone.md).');
  const account = /(\S+) {2}Acme/.exec(await run('accounts', 'list'))?.[1] ?? '';
  const said = await run('kb', 'import', articles, '--account', account);
  expect(said).toContain('spf.md: the link gone.md leads nowhere');
  expect(said).toContain('1 added, 0 updated, 0 unchanged, 0 unpublished, 0 broken');
  const again = await run('kb', 'import', articles, '--account', account, '--dry-run');
  expect(again).toContain('Would be: 0 added, 0 updated, 1 unchanged');
  expect(await run('keys', 'list')).not.toMatch(/kb import.*active/);
  const noAccount = '00000000-0000-4000-8000-000000000000';
  const rejected = await run('kb', 'import', articles, '--account', noAccount);
  expect(rejected).toMatch(/There is no (such )?account/);
}

test('articles are imported without a server', async () => {
  await program.useDatabase();
  await run('accounts', 'create', ...acme);
  await importArticles();
});

test('a stopped server can be backed up and restored', async () => {
  await program.useEmbedded();
  await run('accounts', 'create', ...acme);
  await backUpAndRestore();
});

/** Dead jobs, and the data of a person. */
async function jobsAndPrivacy(): Promise<void> {
  expect(await run('jobs', 'list')).toBe('Dead jobs: 0\n');
  expect(await run('jobs', 'retry', '--all')).toBe('0 queued\n');
  const data = await run('privacy', 'export', '--email', 'ada@example.com');
  expect(JSON.parse(data)).toMatchObject({ tickets: [], messages: [] });
  const erased = await run('privacy', 'erase', '--email', 'ada@example.com');
  expect(JSON.parse(erased)).toMatchObject({ deleted: { tickets: 0 } });
  for (const what of ['export', 'erase']) {
    const action = `POST agent/visitors/${what}`;
    expect((await run('audit', 'list', '--action', action)).split('\n')).toHaveLength(2);
  }
  expect(await run('audit', 'list', '--action', 'x')).toBe('No entry fits.\n');
  const noAccount = '00000000-0000-4000-8000-000000000000';
  const rejected = await run('privacy', 'export', '--user', 'x', '--account', noAccount);
  expect(rejected).toContain(`There is no account ${noAccount}`);
}

/** Restores everything into another folder, which has tables without rows. */
async function backUpAndRestore(): Promise<void> {
  const target = mkdtempSync(join(program.folder, 'restored-'));
  await copyEmbedded(join(target, 'db'));
  const said = await run('backup', join(program.folder, 'backup'));
  expect(said).toContain('Accounts: 1, tickets: 0, messages: 0, ');
  expect(await run('backup', join(program.folder, 'backup'))).toContain(
    'is not empty. Name a new folder.',
  );
  expect(await run('reseal')).toContain('Encrypted with the first key: 0.');
  const keys = await run('keys', 'list');
  vi.stubEnv('DATA_DIR', target);
  expect(await run('restore', join(program.folder, 'backup'))).toContain('Restored.');
  expect(await run('keys', 'list')).toBe(keys);
  vi.stubEnv('DATA_DIR', program.folder);
}

test('an import to another address needs a key', async () => {
  const said = await run('kb', 'import', program.folder, '--url', 'http://127.0.0.1:9/v1/');
  expect(said).toContain('SUPPORT_SECRET_KEY');
});

test('commands manage an account without a server', async () => {
  await program.useDatabase();
  expect(await run('accounts', 'create', ...acme)).toContain('pk_live_');
  await manage();
});

test('commands work while a server has the embedded database open', async () => {
  await program.useEmbedded();
  expect(await run('accounts', 'add', ...acme)).toContain('sk_live_');
  const access = createLocalAccess(program.folder);
  const backend = await createBackend({
    folder: join(program.folder, 'db'),
    logger: silent,
    adminTokens: [access.token],
  });
  addLocalCommands(backend.app, access.token, backend);
  const { port, close } = await listen(backend.app.fetch, { port: 0, host: '127.0.0.1' });
  access.open(port, '127.0.0.1');
  const file = join(program.folder, 'local-api.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await manage();
  expect(await run('doctor')).toContain(`Server: runs at http://127.0.0.1:${port}/v1/`);
  expect(await run('keys', 'list', '--account', 'x')).toContain('There is no account x.');
  expect(await run('migrate')).toBe('The tables are up to date.\n');
  await importArticles();
  await jobsAndPrivacy();
  await backUpAndRestore();
  expect(await run('backup', '/dev/null/x')).toContain(
    'it is a file, not a folder. Use another path.',
  );
  expect(await run('seed')).toContain('pk_test_demo');
  const place = readFileSync(file, 'utf8');
  access.close();
  await close();
  await backend.close();
  // The leftovers of a killed server do not prevent a command.
  writeFileSync(file, place);
  expect(await run('accounts', 'list')).toContain('PenguinMails');
});

test('with several accounts, a command asks for the account', async () => {
  await program.useDatabase();
  await run('accounts', 'create', ...acme);
  await run('accounts', 'create', '--name', 'Bolt', '--email', 'help@bolt.example');
  const text = await run('keys', 'list');
  expect(text).toContain('There are several accounts. Choose one: --account <id>');
  const id = /(\S+) {2}Bolt/.exec(text)?.[1] ?? '';
  // A publishable key has no scopes, so none is named.
  expect(await run('keys', 'list', '--account', id)).toMatch(/publishable .* First key +– /);
});
