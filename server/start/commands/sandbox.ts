import { listSandboxMails } from '../../../src/contract/sandbox.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments } from '../command.ts';
import { chooseAccount, expectNoMore, text } from '../commandInput.ts';

const list: Command = {
  summary: 'Lists mails about test data, which were not sent.',
  usage: '[--account <id>]',
  async run(args) {
    const { positionals, values } = readArguments(args, { account: text });
    expectNoMore(positionals);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const { mails } = await api.call(listSandboxMails, { account });
      for (const mail of mails) {
        print(`${mail.created_at}  ${mail.to}  ${mail.subject}`, mail.text, '');
      }
      print(`${mails.length} mails`);
    });
  },
};

export const sandboxCommands = { 'sandbox list': list } as const satisfies Record<string, Command>;
