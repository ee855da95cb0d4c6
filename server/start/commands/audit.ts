import {
  type AuditEntry,
  listAudit,
  listOperatorLog,
  type OperatorEntry,
} from '../../../src/contract/audit.ts';
import { type AdminApi, withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { chooseAccount, expectNoMore, text, wholeNumberOf } from '../commandInput.ts';

const list: Command = {
  summary: 'Lists the audit log of an account or of the server, newest first.',
  log: 'none',
  usage:
    '[--action <begin>] [--target <id>] [--actor <id>] [--limit <n>] [--json] [--account <id> | --operator]',
  details: [
    'An action is a method and a path, such as "PATCH admin/settings"; its beginning is enough.',
    'Lists 100 entries by default; --limit changes this. --operator lists actions on accounts and on the server.',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = readArguments(args, {
      action: text,
      target: text,
      actor: text,
      limit: { ...text, default: '100' },
      json: { type: 'boolean', default: false },
      account: text,
      operator: { type: 'boolean', default: false },
    });
    expectNoMore(positionals);
    const { action, target, actor, json, operator } = values;
    if (operator && (actor ?? values.account) !== undefined) {
      throw wrongArguments('--operator lists all accounts and one actor. Leave out the other.');
    }
    const limit = wholeNumberOf('--limit', values.limit, { min: 1, max: 1_000_000 });
    await withAdminApi(async (api) => {
      const filter = { action, target, actor };
      const read = operator
        ? ofOperator(api, filter)
        : ofAccount(api, await chooseAccount(api, values.account), filter);
      let cursor: string | undefined;
      let count = 0;
      for (let left = limit; left > 0; ) {
        const { entries, next_cursor } = await read(cursor);
        const shown = entries.slice(0, left);
        if (shown.length > 0) print(...shown.map(json ? (one) => JSON.stringify(one) : lineOf));
        left -= shown.length;
        count += shown.length;
        if (next_cursor === null) break;
        cursor = next_cursor;
      }
      if (count === 0 && !json) print('No entry fits.');
    });
  },
};

type Entry = OperatorEntry & Partial<AuditEntry>;
type Filter = Record<'action' | 'target' | 'actor', string | undefined>;
type ReadPage = (
  cursor: string | undefined,
) => Promise<{ entries: Entry[]; next_cursor: string | null }>;

const ofAccount =
  (api: AdminApi, account: string, filter: Filter): ReadPage =>
  (cursor) =>
    api.call(listAudit, { account, query: { ...filter, cursor } });

const ofOperator =
  (api: AdminApi, { action, target }: Filter): ReadPage =>
  (cursor) =>
    api.call(listOperatorLog, { query: { action, target, cursor } });

function lineOf(entry: Entry): string {
  const { at, actor = 'operator', actor_name, action, target, before, after } = entry;
  const who = actor_name ? `${actor} ${actor_name}` : actor;
  const values = [before, after].map((one) => (one === null ? undefined : JSON.stringify(one)));
  const change = values.filter((one) => one !== undefined).join(' → ');
  return [at, who, action, target, change].filter(Boolean).join('  ');
}

export const auditCommands = { 'audit list': list } as const satisfies Record<string, Command>;
