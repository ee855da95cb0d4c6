import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { demo, seedDemo } from '../seed.ts';
import { withDatabase } from '../withDatabase.ts';

export const seed: Command = {
  summary: 'Adds the account of the demo, whose keys are no secret.',
  usage: '',
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    await withDatabase(async ({ kysely }) => {
      await seedDemo(kysely);
      print(`The account of the demo is there: ${demo.publishableKey}, ${demo.secretKey}`);
    });
  },
};
