import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { demo } from '../seed.ts';
import { checkAccount, withDatabase } from '../withDatabase.ts';

export const kbImport: Command = {
  summary: 'Makes the articles of an account those of a folder of Markdown.',
  usage: '<folder> [--account <id>]',
  details: 'The account is that of the demo unless it is named.',
  async run(args) {
    const { positionals, values } = readArguments(args, {
      account: { type: 'string', default: demo.tenantId },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw wrongArguments('Name one folder.');
    await withDatabase(async (database) => {
      const { importArticles } = await import('../../kb/importArticles.ts');
      await checkAccount(database, values.account);
      const tenantId = values.account;
      const { faults, ...counts } = await importArticles(database.kysely, { folder, tenantId });
      for (const { path, line, message } of faults) {
        process.stderr.write(`${path}:${line}: ${message}\n`);
      }
      const { added, updated, unchanged, unpublished } = counts;
      print(
        `${added} added, ${updated} updated, ${unchanged} unchanged, ${unpublished} unpublished, ${faults.length} broken`,
      );
      if (faults.length > 0) process.exitCode = 1;
    });
  },
};
