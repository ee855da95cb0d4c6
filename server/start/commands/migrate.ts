import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { findRunningServer } from '../runningServer.ts';
import { withDatabase } from '../withDatabase.ts';

export const migrateTables: Command = {
  summary: 'Migrates the database.',
  log: 'none',
  usage: '',
  details: 'Every start also does this. Run it before a deployment for a faster start.',
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    // A running server with the embedded database migrated it when it started.
    if ((await findRunningServer()) === undefined) await withDatabase(async () => undefined);
    print('The tables are up to date.');
  },
};
