import * as z from 'zod/mini';
import { PersonKey } from '../../../src/contract/privacy.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { demo } from '../seed.ts';
import { checkAccount, withDatabase } from '../withDatabase.ts';

const text = { type: 'string' } as const;

export const privacy: Command = {
  summary: 'Writes out everything stored of one person, or erases it, files included.',
  usage: 'export|erase --user <id> | --visitor <id> | --email <address> [--account <id>]',
  details: 'The account is that of the demo unless it is named.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      user: text,
      visitor: text,
      email: text,
      account: { ...text, default: demo.tenantId },
    });
    const [action, ...more] = positionals;
    const { user: user_id, visitor: visitor_id, email, account: tenantId } = values;
    const key = z.safeParse(PersonKey, { user_id, visitor_id, email });
    if ((action !== 'export' && action !== 'erase') || more.length > 0) {
      throw wrongArguments('Say export or erase.');
    }
    if (!key.success) throw wrongArguments(key.error.issues[0]?.message ?? 'Name a person.');
    await withDatabase(async (database, environment) => {
      const { inScope } = await import('../../db/scope.ts');
      const { erasePerson, readPerson } = await import('../../queries/people.ts');
      await checkAccount(database, tenantId);
      const { kysely, isEmbedded } = database;
      const result = await inScope(
        kysely,
        { actor: 'privacy', tenantId },
        (trx): Promise<object> =>
          action === 'export'
            ? readPerson(trx, tenantId, key.data)
            : erasePerson(trx, tenantId, key.data),
      );
      if (action === 'erase') {
        const { openAttachments } = await import('../../attachments/attachments.ts');
        const { cleanAttachments } = await import('../../attachments/cleaning.ts');
        const { attachmentDir } = environment;
        const files = await openAttachments(attachmentDir, environment, isEmbedded);
        await cleanAttachments(kysely, files);
      }
      print(JSON.stringify(result, null, 2));
    });
  },
};
