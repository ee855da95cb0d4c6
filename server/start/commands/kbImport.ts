import type { ImportResult } from '../../kb/importArticles.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { demo } from '../seed.ts';
import { checkAccount, withDatabase } from '../withDatabase.ts';

export const kbImport: Command = {
  summary: 'Makes the articles of an account those of a folder of Markdown.',
  usage:
    '<folder> [--account <id>] [--include <pattern>] [--exclude <pattern>] [--base-url <url>] [--dry-run]',
  details: [
    'The account is that of the demo unless it is named.',
    '--include and --exclude may come several times: "guides/**", "**/draft-*".',
    '--base-url is where files of the folder are shown that are not imported, pictures among them.',
    '--dry-run says what would happen, and stores nothing.',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = readArguments(args, {
      account: { type: 'string', default: demo.tenantId },
      include: { type: 'string', multiple: true },
      exclude: { type: 'string', multiple: true },
      'base-url': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    const [folder, ...more] = positionals;
    if (folder === undefined || more.length > 0) throw wrongArguments('Name one folder.');
    await withDatabase(async (database) => {
      const { importArticles } = await import('../../kb/importArticles.ts');
      await checkAccount(database, values.account);
      const isDryRun = values['dry-run'];
      const result = await importArticles(database.kysely, {
        folder,
        tenantId: values.account,
        include: values.include,
        exclude: values.exclude,
        baseUrl: values['base-url'],
        isDryRun,
      });
      report(result);
      const { added, updated, unchanged, unpublished, faults, dead, lost } = result;
      const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${unpublished} unpublished, ${faults.length} broken`;
      print(`${isDryRun ? 'Would be: ' : ''}${counts}`);
      if (dead.length + lost.length > 0) {
        print(`${dead.length} links lead nowhere, ${lost.length} pictures are lost`);
      }
      if (faults.length > 0) process.exitCode = 1;
    });
  },
};

function report({ faults, dead, lost, ignored }: ImportResult): void {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  for (const { path, line, message } of faults) say(`${path}:${line}: ${message}`);
  for (const { path, url } of dead) say(`${path}: the link ${url} leads nowhere`);
  for (const { path, url } of lost) say(`${path}: the picture ${url} is not to be had`);
  if (ignored.size === 0) return;
  const names = [...ignored].map(([name, files]) => `${name} (${files})`);
  say(`Not used, from front matter: ${names.join(', ')}`);
}
