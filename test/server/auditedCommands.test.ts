import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { openPostgres } from '../../server/db/postgres.ts';
import { commands } from '../../server/start/program.ts';
import { createOwnPostgres } from './support/database.ts';
import { openProgram } from './support/program.ts';

const program = openProgram();

/** Commands that only read, run before a log exists, or are recorded in the log of migrations. */
const unlogged = [
  'serve',
  'doctor',
  'conformance',
  'prepare',
  'migrate',
  'accounts list',
  'keys list',
  'settings get',
  'agents list',
  'audit list',
  'sandbox list',
];

interface Known {
  account: string;
  key: string;
  /** A folder that does not exist yet, and one with articles. */
  backup: string;
  articles: string;
}

const ada = 'ada@acme.example';
const person = ['--email', 'x@x.example'];

/**
 * A use of every other command, in an order in which all succeed. There is one account until
 * `seed`.
 */
const uses: Readonly<Record<string, (known: Known) => string[]>> = {
  'accounts create': () => ['--name', 'Acme', '--email', 'help@acme.example'],
  'accounts update': () => ['--plan', 'starter'],
  'accounts close': ({ account }) => [account],
  'accounts reopen': ({ account }) => [account],
  'keys create': () => ['--kind', 'secret', '--name', 'CI'],
  'keys rotate': ({ key }) => [key],
  'keys revoke': ({ key }) => ['--key', key],
  'settings set': () => ['ticket_prefix', 'NW'],
  'identity rotate': () => [],
  'agents invite': () => ['--name', 'Ada', '--email', ada],
  'agents role': () => [ada, 'viewer'],
  'agents disable': () => [ada],
  'agents enable': () => [ada],
  'kb import': ({ articles }) => [articles],
  privacy: () => ['export', ...person],
  jobs: () => ['retry', '--all'],
  reseal: () => [],
  backup: ({ backup }) => [backup],
  seed: () => [],
  'accounts add': () => ['--name', 'Bolt', '--email', 'help@bolt.example'],
  'accounts delete': ({ account }) => [account, '--yes'],
  restore: ({ backup }) => [backup],
};

test('every command is listed here, so that a new one is either logged or read-only', () => {
  expect(Object.keys(commands).sort()).toEqual([...unlogged, ...Object.keys(uses)].sort());
  const areLogged = Object.entries(commands).filter(([, { log }]) => log !== 'none');
  expect(areLogged.map(([name]) => name).sort()).toEqual(Object.keys(uses).sort());
});

test('every use of a command that changes or exports something adds an entry to its log', async () => {
  vi.stubEnv('DATABASE_URL', await createOwnPostgres());
  vi.stubEnv('ENCRYPTION_KEYS', `k1:${Buffer.alloc(32, 1).toString('base64')}`);
  const articles = join(program.folder, 'articles');
  mkdirSync(articles);
  writeFileSync(join(articles, 'spf.md'), '# SPF\n\nWords.');
  const known = {
    account: '',
    key: '',
    articles,
    backup: join(mkdtempSync(join(program.folder, 'backup-')), 'new'),
  };
  let inBackup = 0;
  for (const [name, argumentsOf] of Object.entries(uses)) {
    if (name === 'restore') vi.stubEnv('DATABASE_URL', await createOwnPostgres({ isEmpty: true }));
    if (name === 'jobs') await plantDeadJob(known.account);
    const log = commands[name]?.log;
    const before = name === 'restore' ? inBackup : await countEntries(log);
    if (name === 'backup') inBackup = before;
    const { text, code } = await program.run(...name.split(' '), ...argumentsOf(known));
    expect([name, text, code]).toEqual([name, text, 0]);
    if (name === 'accounts create') known.account = /account +(\S+)/.exec(text)?.[1] ?? '';
    if (name === 'keys create') known.key = /id +(\S+)/.exec(text)?.[1] ?? '';
    expect([name, await countEntries(log)]).toEqual([name, before + 1]);
  }
});

async function query<Row>(text: string): Promise<Row[]> {
  const database = openPostgres(process.env.DATABASE_URL ?? '');
  try {
    return (await sql.raw<Row>(text).execute(database.kysely)).rows;
  } finally {
    await database.close();
  }
}

async function countEntries(log: 'account' | 'operator' | 'none' | undefined): Promise<number> {
  const table = log === 'operator' ? 'operator_log' : 'audit_log';
  const rows = await query<{ count: number }>(
    `select count(*)::integer as count from support.${table}`,
  );
  return rows[0]?.count ?? 0;
}

const plantDeadJob = (account: string) =>
  query(
    `insert into support.jobs (tenant_id, id, type, payload, failed_at, last_error)
     values ('${account}', gen_random_uuid(), 'ping', '{}', now(), 'x')`,
  );
