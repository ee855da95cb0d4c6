import * as z from 'zod/mini';
import {
  AccountSettings,
  getAccountSettings,
  updateAccountSettings,
} from '../../../src/contract/adminSettings.ts';
import { explainInput } from '../../base/explainInput.ts';
import { withAdminApi } from '../adminApi.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { chooseAccount, text } from '../commandInput.ts';

const names = z.keyof(AccountSettings).options;

function readName(setting: string | undefined) {
  const name = names.find((one) => one === setting);
  if (name !== undefined) return name;
  throw wrongArguments(`There is no setting "${setting ?? ''}". Settings are ${names.join(', ')}.`);
}

const get: Command = {
  summary: 'Shows the settings of an account, or one of them.',
  log: 'none',
  usage: '[<setting>] [--account <id>]',
  async run(args) {
    const { positionals, values } = readArguments(args, { account: text });
    const [setting, ...more] = positionals;
    if (more.length > 0) throw wrongArguments('Name one setting, or none for all.');
    const name = setting === undefined ? undefined : readName(setting);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const settings = await api.call(getAccountSettings, { account });
      print(JSON.stringify(name === undefined ? settings : settings[name], null, 2));
    });
  },
};

const set: Command = {
  summary: 'Changes a setting of an account.',
  log: 'account',
  usage: '<setting> <value> [--account <id>]',
  details: `The value is JSON, or plain text for a setting that is text: settings set team_email team@example.com, settings set allowed_origins '["https://app.example.com"]', settings set business_hours null. Settings are ${names.join(', ')}.`,
  async run(args) {
    const { positionals, values } = readArguments(args, { account: text });
    const [setting, value, ...more] = positionals;
    if (value === undefined || more.length > 0) {
      throw wrongArguments('Name one setting and one value, in quotes where it has spaces.');
    }
    const name = readName(setting);
    const body = readValue(name, value);
    await withAdminApi(async (api) => {
      const account = await chooseAccount(api, values.account);
      const settings = await api.call(updateAccountSettings, { account, body });
      print(`${name}: ${JSON.stringify(settings[name])}`);
    });
  },
};

/**
 * Parses the value as JSON if it is valid, or else takes it as text.
 * @throws ConfigurationError with the reason why it is invalid
 */
function readValue(name: (typeof names)[number], value: string) {
  const candidates = [...parseJson(value), value].map((one) =>
    z.safeParse(updateAccountSettings.body, { [name]: one }, { error: explainInput }),
  );
  const matching = candidates.find(({ success }) => success);
  if (matching?.data !== undefined) return matching.data;
  const issues = candidates[0]?.error?.issues ?? [];
  throw wrongArguments(
    issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  );
}

/** Returns a list with the parsed value. The list is empty if `value` is not JSON. */
function parseJson(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // It is text without quotes.
    return [];
  }
}

export const settingsCommands = {
  'settings get': get,
  'settings set': set,
} as const satisfies Record<string, Command>;
