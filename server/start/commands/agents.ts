import {
  inviteAgent,
  listManagedAgents,
  updateManagedAgent,
} from '../../../src/contract/adminAgent.ts';
import { AgentRole } from '../../../src/contract/role.ts';
import { ConfigurationError } from '../../../src/errors.ts';
import { type AdminApi, withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import {
  amountOf,
  chooseAccount,
  expectNoMore,
  oneOf,
  text,
  withAccount,
} from '../commandInput.ts';
import type { ServerEnvironment } from '../environment.ts';
import { tableOf } from '../table.ts';
import { defaultPort } from './serve.ts';

const roles = AgentRole.options;

const list: Command = {
  summary: 'Lists the agents of an account.',
  log: 'none',
  usage: '[--account <id>]',
  async run(args) {
    await withAccount(args, async (api, account) => {
      const { agents } = await api.call(listManagedAgents, { account });
      const rows = agents.map(({ id, name, email, role, disabled_at }) => [
        id,
        name,
        email,
        role,
        disabled_at === null ? 'active' : `disabled ${disabled_at}`,
      ]);
      print(...tableOf(['agent', 'name', 'email', 'role', 'state'], rows));
    });
  },
};

const invite: Command = {
  summary: 'Adds an agent, with a key of their own.',
  log: 'account',
  usage: '--name <name> --email <address> [--role <role>] [--days <n>] [--account <id>]',
  details: `Roles are ${roles.join(', ')}; agent is the default. The key is shown only this once and is valid for 30 days; --days changes this. An existing agent with this address gets the name, the role and another key.`,
  async run(args) {
    const { positionals, values } = readArguments(args, {
      name: text,
      email: text,
      role: { ...text, default: 'agent' },
      days: { ...text, default: '30' },
      account: text,
    });
    const { name, email } = values;
    expectNoMore(positionals);
    if (name === undefined || email === undefined) {
      throw wrongArguments('An agent needs --name and --email.');
    }
    const role = oneOf('--role', values.role, roles);
    const days = amountOf('--days', values.days);
    await withAdminApi(async (api, environment) => {
      const account = await chooseAccount(api, values.account);
      const made = await api.call(inviteAgent, { account, body: { name, email, role, days } });
      print(
        `agent  ${made.agent.id}`,
        `role   ${made.agent.role}`,
        `key    ${made.token}`,
        `until  ${made.expires_at}`,
        `desk   ${addressOf(environment)}/desk/#${made.token}`,
        '',
        'Next: open the address of the desk, which signs the agent in. If it begins with a wrong host, set PUBLIC_URL.',
      );
    });
  },
};

/** Returns the address of the server, without a slash at its end. */
function addressOf({ publicUrl, port }: ServerEnvironment): string {
  return publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${port || defaultPort}`;
}

/** `who`: an id or an address. */
async function findAgent(api: AdminApi, account: string, who: string): Promise<string> {
  const { agents } = await api.call(listManagedAgents, { account });
  const found = agents.find(({ id, email }) =>
    [id, email.toLowerCase()].includes(who.toLowerCase()),
  );
  if (found !== undefined) return found.id;
  throw new ConfigurationError(
    `There is no agent ${who}. To list agents, run support-server agents list`,
    'agent',
  );
}

const change = (disabled: boolean): Command => ({
  summary: disabled ? 'Disables an agent and ends their sessions.' : 'Enables an agent again.',
  log: 'account',
  usage: '<id or address> [--account <id>]',
  async run(args) {
    const { positionals, values } = readArguments(args, { account: text });
    const [who, ...more] = positionals;
    if (who === undefined || more.length > 0) throw wrongArguments('Name one agent.');
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const id = await findAgent(api, account, who);
      const agent = await api.call(updateManagedAgent, {
        account,
        params: { id },
        body: { disabled },
      });
      print(`${agent.name} is ${agent.disabled_at === null ? 'active' : 'disabled'}.`);
    });
  },
});

const changeRole: Command = {
  summary: 'Changes the role of an agent.',
  log: 'account',
  usage: '<id or address> <role> [--account <id>]',
  details: `Roles are ${roles.join(', ')}. It applies to open sessions too. The last admin of an account stays one.`,
  async run(args) {
    const { positionals, values } = readArguments(args, { account: text });
    const [who, roleName, ...more] = positionals;
    if (who === undefined || roleName === undefined || more.length > 0) {
      throw wrongArguments('Name one agent and a role.');
    }
    const role = oneOf('The role', roleName, roles);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const params = { id: await findAgent(api, account, who) };
      const agent = await api.call(updateManagedAgent, { account, params, body: { role } });
      print(`The role of ${agent.name} is ${agent.role}.`);
    });
  },
};

export const agentCommands = {
  'agents list': list,
  'agents invite': invite,
  'agents role': changeRole,
  'agents disable': change(true),
  'agents enable': change(false),
} as const satisfies Record<string, Command>;
