import { resolve } from 'node:path';
import type { Manifest } from '../backup/manifest.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { readEnvironment, type ServerEnvironment } from '../environment.ts';
import { findRunningServer } from '../runningServer.ts';

export const backup: Command = {
  summary: 'Writes all data of the server to a new folder: tables, files and secrets.',
  log: 'operator',
  usage: '<folder>',
  details: [
    'The server can run meanwhile; the backup is a consistent snapshot.',
    'Secrets of the environment (ENCRYPTION_KEYS, ATTACHMENT_SECRET) are not in it: store them separately.',
    'Keys of a server with the embedded database are in DATA_DIR, and in the backup as secrets.env.',
  ].join('\n'),
  async run(args) {
    const { positionals } = readArguments(args, {});
    const [name, ...more] = positionals;
    if (!name || more.length > 0) throw wrongArguments('Name one folder.');
    const folder = resolve(name);
    const environment = readEnvironment(process.env, { port: 0 });
    const manifest = await backUp(folder, environment);
    print(...describe(manifest), `Written to ${folder}. Keep it as secret as the database.`);
  },
};

/** Uses the server that has the embedded database open, or else opens the database. */
async function backUp(folder: string, environment: ServerEnvironment): Promise<Manifest> {
  const server = await findRunningServer();
  if (server !== undefined) {
    const { localBackup } = await import('../localCommands.ts');
    return server.call(localBackup, { body: { folder } });
  }
  const { openDatabase } = await import('../../db/db.ts');
  const { writeBackup } = await import('../backup/backup.ts');
  const { openFiles } = await import('../openFiles.ts');
  // It does not migrate, because backups are made before migrations.
  const database = await openDatabase(environment);
  try {
    const { isEmbedded } = database;
    const files = await openFiles(environment);
    return await writeBackup(folder, { ...environment, database, files, isEmbedded });
  } finally {
    await database.close();
  }
}

/** Describes the contents of a backup. */
export function describe({
  created_at,
  tables,
  files,
  missing_files: missing,
}: Manifest): string[] {
  const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows ?? 0;
  const all = tables.reduce((sum, { rows }) => sum + rows, 0);
  return [
    `State of ${created_at}. Tables: ${tables.length}, rows: ${all}, files: ${files}.`,
    `Accounts: ${rowsOf('tenants')}, tickets: ${rowsOf('tickets')}, messages: ${rowsOf('messages')}, articles: ${rowsOf('articles')}.`,
    ...(missing > 0 ? [`Files in the tables that are no longer in the store: ${missing}.`] : []),
  ];
}
