import { type Command, print } from '../command.ts';

export const greet: Command = {
  summary: 'Prints a greeting.',
  usage: '',
  log: 'none',
  async run() {
    print('Hello.');
  },
};
