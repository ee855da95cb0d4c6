import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { findRunningServer } from '../runningServer.ts';
import { demo, seedByCommand } from '../seed.ts';
import { withDatabase } from '../withDatabase.ts';

export const seed: Command = {
  summary: 'Adds the accounts of the demo, whose keys are public.',
  log: 'operator',
  usage: '',
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    await seedWhere();
    print(`The account of the demo exists: ${demo.publishableKey}, ${demo.secretKey}`);
  },
};

/** Uses the server that has the embedded database open, or else opens the database. */
async function seedWhere(): Promise<void> {
  const server = await findRunningServer();
  if (server === undefined) return withDatabase(({ kysely }) => seedByCommand(kysely));
  const { localSeed } = await import('../localCommands.ts');
  await server.call(localSeed);
}
