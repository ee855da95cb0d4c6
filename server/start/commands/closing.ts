import {
  type Account,
  closeAccount,
  deleteAccount,
  listAccounts,
  reopenAccount,
} from '../../../src/contract/adminAccount.ts';
import { type AdminApi, withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { text, wholeNumberOf } from '../commandInput.ts';
import { noAccount } from '../whichAccount.ts';

/**
 * Runs `work` with the account in the arguments. It has no default, so that no account is closed by
 * accident.
 */
async function withNamed(
  positionals: readonly string[],
  work: (api: AdminApi, account: Account) => Promise<void>,
): Promise<void> {
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw wrongArguments('Name one account by its id.');
  await withAdminApi(async (api) => {
    const { accounts } = await api.call(listAccounts);
    const account = accounts.find((one) => one.id === id.toLowerCase());
    if (account === undefined) throw noAccount(id);
    await work(api, account);
  });
}

const close: Command = {
  summary: 'Closes an account. Its data is deleted later.',
  log: 'account',
  usage: '<id> [--keep-days <n>]',
  details: [
    'Keys and sessions are rejected with ACCOUNT_CLOSED, and no mail, chat message or webhook goes out.',
    'All data is deleted after 30 days, or after --keep-days. Until then accounts reopen undoes it.',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = readArguments(args, {
      'keep-days': { ...text, default: '30' },
    });
    const keep_days = wholeNumberOf('--keep-days', values['keep-days'], { min: 1, max: 3_650 });
    await withNamed(positionals, async (api, { id }) => {
      const { name, delete_at } = await api.call(closeAccount, {
        params: { id },
        body: { keep_days },
      });
      print(
        `${name} is closed. Its data is deleted after ${delete_at}.`,
        `Undo it: support-server accounts reopen ${id}`,
      );
    });
  },
};

const reopen: Command = {
  summary: 'Reopens a closed account.',
  log: 'account',
  usage: '<id>',
  details: 'Its keys are accepted again. Mails and webhooks that waited are sent.',
  async run(args) {
    await withNamed(readArguments(args, {}).positionals, async (api, { id, closed_at }) => {
      const { name } = await api.call(reopenAccount, { params: { id } });
      print(closed_at === null ? `${name} was open already.` : `${name} is open again.`);
    });
  },
};

const remove: Command = {
  summary: 'Deletes an account with all its data, immediately and permanently.',
  log: 'operator',
  usage: '<id> --yes',
  details:
    'Requests, files, articles, keys, agents and waiting jobs are deleted. Only backups still contain them.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      yes: { type: 'boolean', default: false },
    });
    await withNamed(positionals, async (api, { id, name }) => {
      if (!values.yes) {
        throw wrongArguments(
          `This deletes ${name} (${id}) with all its data. Add --yes, or close it: support-server accounts close ${id}`,
        );
      }
      await api.call(deleteAccount, { params: { id } });
      print(`Deleted ${name} (${id}).`);
    });
  },
};

export const closingCommands = {
  'accounts close': close,
  'accounts reopen': reopen,
  'accounts delete': remove,
} as const satisfies Record<string, Command>;
