import * as z from 'zod/mini';
import { PersonKey } from '../../../src/contract/privacy.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { chooseAccount, text } from '../commandInput.ts';
import type { PrivacyRequest } from '../privacyRequest.ts';
import { findRunningServer } from '../runningServer.ts';
import { accountIn } from '../whichAccount.ts';
import { withDatabase } from '../withDatabase.ts';

export const privacy: Command = {
  summary: 'Exports or erases all data of one person, files included.',
  log: 'account',
  usage: 'export|erase --user <id> | --visitor <id> | --email <address> [--account <id>]',
  details: 'A server that has the embedded database open removes the files within the hour.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      user: text,
      visitor: text,
      email: text,
      account: text,
    });
    const [action, ...more] = positionals;
    const { user: user_id, visitor: visitor_id, email, account: named } = values;
    const key = z.safeParse(PersonKey, { user_id, visitor_id, email });
    if ((action !== 'export' && action !== 'erase') || more.length > 0) {
      throw wrongArguments('Add export or erase.');
    }
    if ([user_id, visitor_id, email].filter((one) => one !== undefined).length !== 1) {
      throw wrongArguments('Name one person: by --user, --visitor or --email.');
    }
    if (!key.success) throw wrongArguments(key.error.issues[0]?.message ?? 'Name a person.');
    const result = await runRequest({ action, person: key.data }, named);
    print(JSON.stringify(result, null, 2));
  },
};

/** Uses the server that has the embedded database open, or else opens the database. */
async function runRequest(
  request: Omit<PrivacyRequest, 'account'>,
  named: string | undefined,
): Promise<object> {
  const server = await findRunningServer();
  if (server !== undefined) {
    const { localPrivacy } = await import('../localCommands.ts');
    const account = await chooseAccount(server, named);
    return server.call(localPrivacy, { body: { ...request, account } });
  }
  let result: object = {};
  await withDatabase(async (database, environment) => {
    const { runPrivacyRequest } = await import('../privacyRequest.ts');
    const account = await accountIn(database, named);
    result = await runPrivacyRequest(database.kysely, { ...request, account });
    if (request.action !== 'erase') return;
    const { cleanAttachments } = await import('../../attachments/cleaning.ts');
    const { openFiles } = await import('../openFiles.ts');
    await cleanAttachments(database.kysely, await openFiles(environment));
  });
  return result;
}
