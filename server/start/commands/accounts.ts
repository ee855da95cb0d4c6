import {
  type Account,
  createAccount,
  listAccounts,
  Plan,
  updateAccount,
} from '../../../src/contract/adminAccount.ts';
import { isEmail } from '../../../src/contract/limits.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { chooseAccount, expectNoMore, oneOf, text } from '../commandInput.ts';
import { tableOf } from '../table.ts';

const plans = Plan.options;

const create: Command = {
  summary: 'Creates an account with its first keys.',
  log: 'account',
  usage: '--name <name> --email <address> [--origin <https://app.example>]… [--plan <plan>]',
  details: `The address is shown to visitors, is the sender of mails and receives those for the team; the settings email, mail_from and team_email change this. Pages of each origin can use the publishable key: https://app.example.com, https://*.example.com, http://localhost:*. Plans are ${plans.join(', ')}; without a plan the limits of the server apply. The keys are shown only this once.`,
  async run(args) {
    const { positionals, values } = readArguments(args, {
      name: text,
      email: text,
      origin: { ...text, multiple: true, default: [] },
      plan: text,
    });
    const { name, email, origin: allowed_origins, plan } = values;
    expectNoMore(positionals);
    if (name === undefined || email === undefined) {
      throw wrongArguments('An account needs --name and --email.');
    }
    if (!isEmail(email)) throw wrongArguments('--email must be an e-mail address.');
    const newPlan = plan === undefined ? null : oneOf('--plan', plan, plans);
    await withAdminApi(async (api) => {
      const made = await api.call(createAccount, {
        body: { name, email, allowed_origins, plan: newPlan },
      });
      print(
        `account          ${made.id}`,
        `publishable key  ${made.publishable_key}`,
        `secret key       ${made.secret_key}`,
        '',
        'Next: add an agent who answers requests, then start the server.',
        `support-server agents invite --name <name> --email <address> --role admin --account ${made.id}`,
        'support-server serve',
      );
    });
  },
};

const list: Command = {
  summary: 'Lists the accounts of the server.',
  log: 'none',
  usage: '',
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    await withAdminApi(async (api) => {
      const { accounts } = await api.call(listAccounts);
      print(
        ...tableOf(
          ['account', 'name', 'email', 'plan', 'state', 'created'],
          accounts.map((account) => [
            account.id,
            account.name,
            account.email,
            account.plan,
            stateOf(account),
            account.created_at,
          ]),
        ),
      );
    });
  },
};

function stateOf({ delete_at }: Account): string {
  return delete_at === null ? 'open' : `closed, deleted after ${delete_at}`;
}

const update: Command = {
  summary: 'Changes the plan of an account.',
  log: 'account',
  usage: '[<id>] --plan <plan>',
  details: `Plans are ${plans.join(', ')}, or none for the limits of the server.`,
  async run(args) {
    const { positionals, values } = readArguments(args, { plan: text, account: text });
    const [named = values.account, ...more] = positionals;
    expectNoMore(more);
    if (values.plan === undefined) throw wrongArguments('Name the plan: --plan <plan>.');
    const newPlan = oneOf('--plan', values.plan, [...plans, 'none'] as const);
    const plan = newPlan === 'none' ? null : newPlan;
    await withAdminApi(async (api) => {
      const id = await chooseAccount(api, named);
      const account = await api.call(updateAccount, { params: { id }, body: { plan } });
      print(`The plan of ${account.name} is ${account.plan ?? 'none'}.`);
    });
  },
};

export const accountCommands = {
  'accounts create': create,
  'accounts add': { ...create, summary: 'The same as accounts create.' },
  'accounts list': list,
  'accounts update': update,
} as const satisfies Record<string, Command>;
