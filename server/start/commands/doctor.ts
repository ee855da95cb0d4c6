import type { Database } from '../../db/db.ts';
import { findServer } from '../adminApi.ts';
import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { checkAccounts, checkClock, checkIsolation, readVersion } from '../doctor/database.ts';
import {
  checkFiles,
  checkMail,
  checkPackages,
  checkPublicUrl,
  checkReady,
  listNotes,
} from '../doctor/surroundings.ts';
import { explainStartFailure } from '../startup.ts';

export const doctor: Command = {
  summary: 'Checks whether the server can start with this environment.',
  log: 'none',
  usage: '',
  details:
    'Checks the environment, the database with its role and row level security, files, packages, mail, the public address, redirect URIs and the clock. Does not change the tables, and sends no mail. Exits with 1 if something must be fixed.',
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    const { readEnvironment } = await import('../environment.ts');
    const { openDatabase } = await import('../../db/db.ts');
    const environment = await runCheck('Environment', async () => [
      readEnvironment(process.env, { port: 0 }),
      'every variable can be read',
    ]);
    if (environment === undefined) return;
    const server =
      environment.databaseUrl === undefined ? await findServer(environment) : undefined;
    if (server !== undefined) await runCheck('Server', () => checkReady(server));
    else {
      const database = await runCheck('Database', async () => {
        const opened = await openDatabase(environment);
        return [opened, await readVersion(opened).catch((error) => closeAndThrow(opened, error))];
      });
      if (database === undefined) return;
      try {
        await runCheck('Tables', () => checkIsolation(database));
        await runCheck('Clock', () => checkClock(database));
        await runCheck('Accounts', () => checkAccounts(database));
        await runCheck('Files', () => checkFiles(environment, database));
      } finally {
        await database.close();
      }
    }
    await runCheck('Packages', () => checkPackages(environment));
    await runCheck('Mail', () => checkMail(environment));
    await runCheck('Public address', () => checkPublicUrl(environment));
    for (const line of listNotes(environment)) print(line);
  },
};

/** Runs one check and prints its finding. Returns undefined if the check failed. */
async function runCheck<T>(what: string, find: () => Promise<[T, string]>): Promise<T | undefined> {
  try {
    const [found, words] = await find();
    print(`${found === null ? 'none ' : 'ok   '} ${what}: ${words}`);
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
