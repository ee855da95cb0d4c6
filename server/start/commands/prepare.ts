import { ConfigurationError } from '../../../src/errors.ts';
import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { readEnvironment } from '../environment.ts';

export const prepare: Command = {
  summary:
    'Creates the user, the database and the role of a server, as an administrator of Postgres.',
  log: 'none',
  usage: '',
  details: [
    'ADMIN_DATABASE_URL: the same Postgres as an administrator. DATABASE_URL: user, password and',
    'database of the server. Existing ones are not changed. Run it once.',
  ].join('\n'),
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    const { adminDatabaseUrl, databaseUrl } = readEnvironment(process.env, { port: 0 });
    if (databaseUrl === undefined) {
      print('The embedded database needs no preparation. For a Postgres, set DATABASE_URL.');
      return;
    }
    if (adminDatabaseUrl === undefined) {
      throw new ConfigurationError(
        'Set the variable ADMIN_DATABASE_URL to the address of this Postgres with the name of an administrator: postgres://postgres:…@host/postgres',
        'ADMIN_DATABASE_URL',
      );
    }
    const { prepareDatabase } = await import('../../db/prepare.ts');
    const made = await prepareDatabase(adminDatabaseUrl, databaseUrl);
    print(made.length > 0 ? `Made ${made.join(', ')}.` : 'Everything is there already.');
  },
};
