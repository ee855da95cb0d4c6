import { type Command, print } from '../command.ts';
import { demo, seedDemo } from '../seed.ts';
import { withDatabase } from '../withDatabase.ts';

export const seed: Command = {
  summary: 'Adds the account of the demo, whose keys are no secret.',
  usage: '',
  run: () =>
    withDatabase(async ({ kysely }) => {
      await seedDemo(kysely);
      print(`The account of the demo is there: ${demo.publishableKey}, ${demo.secretKey}`);
    }),
};
