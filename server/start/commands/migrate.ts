import { type Command, print } from '../command.ts';
import { withDatabase } from '../withDatabase.ts';

export const migrateTables: Command = {
  summary: 'Migrates the database.',
  usage: '',
  details: 'Every start does the same; run it ahead to keep it out of the start.',
  run: () => withDatabase(async () => print('The tables are up to date.')),
};
