import { type AuditEntry, listAudit } from '../../../src/contract/audit.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments } from '../command.ts';
import { chooseAccount, expectNoMore, numberOf, text } from '../commandInput.ts';

const list: Command = {
  summary: 'Lists what was done in an account, newest first.',
  usage:
    '[--action <begin>] [--target <id>] [--actor <id>] [--limit <n>] [--json] [--account <id>]',
  details:
    'An action is a method and a path, such as "PATCH admin/settings"; its begin is enough. 100 entries unless --limit says otherwise.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      action: text,
      target: text,
      actor: text,
      limit: { ...text, default: '100' },
      json: { type: 'boolean', default: false },
      account: text,
    });
    expectNoMore(positionals);
    const { action, target, actor, json } = values;
    const limit = numberOf('--limit', values.limit);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      let cursor: string | undefined;
      let count = 0;
      for (let left = limit; left > 0; ) {
        const query = { action, target, actor, cursor };
        const { entries, next_cursor } = await api.call(listAudit, { account, query });
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

function lineOf({ at, actor, actor_name, action, target, before, after }: AuditEntry): string {
  const who = actor_name === null || actor_name === '' ? actor : `${actor} ${actor_name}`;
  const values = [before, after].map((one) => (one === null ? undefined : JSON.stringify(one)));
  const change = values.filter((one) => one !== undefined).join(' → ');
  return [at, who, action, target, change].filter(Boolean).join('  ');
}

export const auditCommands = { 'audit list': list } as const satisfies Record<string, Command>;
