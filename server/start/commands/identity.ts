import { rotateIdentity } from '../../../src/contract/adminIdentity.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments } from '../command.ts';
import { chooseAccount, expectNoMore, numberOf, text } from '../commandInput.ts';

const rotate: Command = {
  summary: 'Creates a new identity secret, which signs visitor tokens.',
  log: 'account',
  usage: '[--overlap <hours>] [--account <id>]',
  details:
    'The secret is shown only this once. Tokens of the previous secret are accepted for 24 hours more; --overlap changes this.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      overlap: { ...text, default: '24' },
      account: text,
    });
    expectNoMore(positionals);
    const overlap_hours = numberOf('--overlap', values.overlap);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const made = await api.call(rotateIdentity, { account, body: { overlap_hours } });
      print(`identity secret  ${made.secret}`);
      if (made.old_valid_until !== null) print(`old one until    ${made.old_valid_until}`);
    });
  },
};

export const identityCommands = { 'identity rotate': rotate } as const satisfies Record<
  string,
  Command
>;
