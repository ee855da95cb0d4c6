import { listSandboxMails } from '../../../src/contract/sandbox.ts';
import { type Command, print } from '../command.ts';
import { withAccount } from '../commandInput.ts';

const list: Command = {
  summary: 'Lists mails about test data, which were not sent.',
  log: 'none',
  usage: '[--account <id>]',
  async run(args) {
    await withAccount(args, async (api, account) => {
      const { mails } = await api.call(listSandboxMails, { account });
      for (const mail of mails) {
        print(`${mail.created_at}  ${mail.to}  ${mail.subject}`, mail.text, '');
      }
      print(`Mails: ${mails.length}`);
    });
  },
};

export const sandboxCommands = { 'sandbox list': list } as const satisfies Record<string, Command>;
