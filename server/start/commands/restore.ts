import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { readEnvironment } from '../environment.ts';
import { describe } from './backup.ts';

export const restore: Command = {
  summary: 'Fills an empty database, and its store of files, with a backup.',
  log: 'operator',
  usage: '<folder>',
  details: [
    'The database can differ from that of the backup: embedded, or any supported version of Postgres.',
    'It needs the ENCRYPTION_KEYS of the backup. First stop the server that the backup comes from:',
    'two servers with the same jobs send the same mails.',
  ].join('\n'),
  async run(args) {
    const { positionals } = readArguments(args, {});
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw wrongArguments('Name one folder.');
    const { openDatabase } = await import('../../db/db.ts');
    const { restoreBackup } = await import('../backup/restore.ts');
    const { openFiles } = await import('../openFiles.ts');
    const environment = readEnvironment(process.env, { port: 0 });
    const database = await openDatabase(environment);
    try {
      const { isEmbedded } = database;
      const files = await openFiles(environment);
      const manifest = await restoreBackup(folder, { ...environment, database, files, isEmbedded });
      print(...describe(manifest), 'Restored. Start the server: support-server serve');
    } finally {
      await database.close();
    }
  },
};
