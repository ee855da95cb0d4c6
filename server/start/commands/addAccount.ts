import { randomBytes, randomUUID } from 'node:crypto';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { withDatabase } from '../withDatabase.ts';

const text = { type: 'string' } as const;

export const addAccount: Command = {
  summary: 'Adds an account with its keys.',
  usage: '--name <name> --email <address> [--origin <https://app.example>]…',
  details:
    'The address is shown to visitors, sends the mails and gets those for the team, until settings say otherwise. Pages of each origin may use the publishable key: https://app.example.com, https://*.example.com, http://localhost:*. Keys are shown this once.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      name: text,
      email: text,
      origin: { ...text, multiple: true, default: [] },
    });
    const { name, email, origin } = values;
    if (positionals.length > 0) throw wrongArguments(`Too much: ${positionals.join(' ')}.`);
    if (name === undefined || !email?.includes('@')) {
      throw wrongArguments('An account needs --name and --email.');
    }
    await withDatabase(async ({ kysely }) => {
      const { insertAccount } = await import('../../queries/accounts.ts');
      const newKey = (kind: string) => `${kind}_live_${randomBytes(24).toString('base64url')}`;
      const account = {
        id: randomUUID(),
        name,
        email,
        origins: origin,
        publishableKey: newKey('pk'),
        secretKey: newKey('sk'),
      };
      await insertAccount(kysely, account);
      print(
        `account          ${account.id}`,
        `publishable key  ${account.publishableKey}`,
        `secret key       ${account.secretKey}`,
      );
    });
  },
};
