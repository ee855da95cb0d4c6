import {
  createKey,
  KeyScope,
  listKeys,
  revokeKey,
  rotateKey,
} from '../../../src/contract/adminKey.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import {
  amountOf,
  chooseAccount,
  expectNoMore,
  idOf,
  numberOf,
  oneOf,
  text,
  withAccount,
} from '../commandInput.ts';
import { tableOf } from '../table.ts';

const scopes = KeyScope.options;
const dayMs = 24 * 3_600_000;

const list: Command = {
  summary: 'Lists the keys of an account.',
  log: 'none',
  usage: '[--account <id>]',
  async run(args) {
    await withAccount(args, async (api, account) => {
      const { keys } = await api.call(listKeys, { account });
      const columns = ['key', 'shown as', 'kind', 'mode', 'name', 'scopes', 'last used', 'ends'];
      const rows = keys.map((key) => [
        key.id,
        key.hint,
        key.kind,
        key.mode,
        key.name,
        // A publishable key has no scopes: it is for the widget.
        key.kind === 'publishable' ? null : key.scopes.join(',') || 'all',
        key.last_used_at,
        key.revoked_at === null ? key.expires_at : `revoked ${key.revoked_at}`,
      ]);
      print(...tableOf(columns, rows));
    });
  },
};

const create: Command = {
  summary: 'Creates a key.',
  log: 'account',
  usage:
    '--kind publishable|secret --name <name> [--mode live|test] [--scope <scope>]… [--days <n>] [--account <id>]',
  details: `The key is shown only this once. A test key reads only test data and sends no mail. A secret key with scopes is limited to these: ${scopes.join(', ')}. With --days the key expires.`,
  async run(args) {
    const { positionals, values } = readArguments(args, {
      kind: text,
      name: text,
      mode: { ...text, default: 'live' },
      scope: { ...text, multiple: true, default: [] },
      days: text,
      account: text,
    });
    const { kind, name, mode, scope, days } = values;
    expectNoMore(positionals);
    if (kind === undefined || name === undefined) {
      throw wrongArguments('A key needs --kind and --name.');
    }
    const body = {
      kind: oneOf('--kind', kind, ['publishable', 'secret'] as const),
      mode: oneOf('--mode', mode, ['live', 'test'] as const),
      name,
      scopes: scope.map((one) => oneOf('--scope', one, scopes)),
      expires_at:
        days === undefined
          ? null
          : new Date(Date.now() + amountOf('--days', days) * dayMs).toISOString(),
    };
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const { key, id } = await api.call(createKey, { account, body });
      print(`key  ${key}`, `id   ${id}`);
    });
  },
};

/** The option `--key` is an alternative. */
const noKey = 'Name the key: an id from keys list.';

const rotate: Command = {
  summary: 'Replaces a key. The old one is accepted during an overlap.',
  log: 'account',
  usage: '<id> [--overlap <hours>] [--account <id>]',
  details: 'The overlap is 24 hours by default. With 0 the old key is rejected immediately.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      key: text,
      overlap: { ...text, default: '24' },
      account: text,
    });
    const id = idOf(values.key, positionals, noKey);
    const overlap_hours = numberOf('--overlap', values.overlap);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const made = await api.call(rotateKey, { account, params: { id }, body: { overlap_hours } });
      print(`key  ${made.key}`, `id   ${made.id}`);
    });
  },
};

const revoke: Command = {
  summary: 'Revokes a key.',
  log: 'account',
  usage: '<id> [--account <id>]',
  details: 'Running servers can accept it for up to 5 seconds more.',
  async run(args) {
    const { positionals, values } = readArguments(args, { key: text, account: text });
    const id = idOf(values.key, positionals, noKey);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const { name, hint } = await api.call(revokeKey, { account, params: { id } });
      print(`Revoked ${name} ${hint ?? ''}`.trimEnd());
    });
  },
};

export const keyCommands = {
  'keys list': list,
  'keys create': create,
  'keys rotate': rotate,
  'keys revoke': revoke,
} as const satisfies Record<string, Command>;
