import { sql } from 'kysely';
import type { Database } from '../../db/db.ts';
import { type Command, print } from '../command.ts';
import type { ServerEnvironment } from '../environment.ts';
import { explainStartFailure } from '../startup.ts';

export const doctor: Command = {
  summary: 'Says whether the server can start with this environment, and what it lacks.',
  usage: '',
  details: 'Leaves the tables as they are. Ends with 1 when the server cannot start.',
  async run() {
    const { readEnvironment } = await import('../environment.ts');
    const { openDatabase } = await import('../../db/db.ts');
    const environment = await look('Environment', async () => [
      readEnvironment(process.env, { port: 0 }),
      'every variable can be read',
    ]);
    if (environment === undefined) return;
    const database = await look('Database', async () => {
      const opened = await openDatabase(environment);
      return [opened, await readVersion(opened).catch((error) => closeAndThrow(opened, error))];
    });
    if (database === undefined) return;
    try {
      await look('Tables', async () => [true, await readTables(database)]);
      await look('Files', async () => [true, await openFiles(environment, database)]);
    } finally {
      await database.close();
    }
    for (const line of missing(environment)) print(`none  ${line}`);
  },
};

/** Prints how something is; undefined when it failed. */
async function look<T>(what: string, find: () => Promise<[T, string]>): Promise<T | undefined> {
  try {
    const [found, words] = await find();
    print(`ok    ${what}: ${words}`);
    return found;
  } catch (error) {
    process.exitCode = 1;
    print(`FAIL  ${what}: ${explainStartFailure(error) ?? String(error)}`);
    return undefined;
  }
}

async function closeAndThrow(database: Database, error: unknown): Promise<never> {
  await database.close();
  throw error;
}

async function readVersion({ kysely, isEmbedded }: Database): Promise<string> {
  const { rows } = await sql<{ version: string; user: string }>`
    select current_setting('server_version') as version, current_user as user`.execute(kysely);
  const [row] = rows;
  return `Postgres ${row?.version}, ${isEmbedded ? 'embedded' : `as ${row?.user}`}`;
}

async function readTables({ kysely }: Database): Promise<string> {
  const { listPending } = await import('../../db/migrate.ts');
  const { proveIsolation } = await import('../../db/canary.ts');
  const pending = await listPending(kysely);
  if (pending.length > 0) return `${pending.length} migrations are due; the start makes them`;
  await proveIsolation(kysely);
  return 'up to date, and accounts cannot see one another';
}

async function openFiles(
  environment: ServerEnvironment,
  { isEmbedded }: Database,
): Promise<string> {
  const { openAttachments } = await import('../../attachments/attachments.ts');
  await openAttachments(environment.attachmentDir, environment, isEmbedded);
  return environment.s3 === undefined ? `in ${environment.attachmentDir}` : 'in S3';
}

/** What works without, but less. */
function missing({ databaseUrl, smtpUrl, encryptionKeys, ...rest }: ServerEnvironment): string[] {
  const hasMail = (smtpUrl ?? rest.mailgun ?? rest.sendgrid) !== undefined;
  return [
    ...(hasMail ? [] : ['Mail: without SMTP_URL, MAILGUN_API_KEY or SENDGRID_API_KEY mails wait']),
    ...(databaseUrl !== undefined && encryptionKeys === undefined
      ? ['Encryption: without ENCRYPTION_KEYS no credentials of integrations can be stored']
      : []),
  ];
}
