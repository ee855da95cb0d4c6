import { createKey, revokeKey } from '../../../src/contract/adminKey.ts';
import { importArticles as importEndpoint } from '../../../src/contract/articleAdmin.ts';
import { ConfigurationError } from '../../../src/errors.ts';
import type { FolderOptions, ImportResult } from '../../kb/importFolder.ts';
import { createAdminApi, findServer } from '../adminApi.ts';
import { type Command, print, printError, readArguments, wrongArguments } from '../command.ts';
import { chooseAccount } from '../commandInput.ts';
import { readEnvironment } from '../environment.ts';
import type { LocalAddress } from '../localAccess.ts';
import { openFiles } from '../openFiles.ts';
import { accountIn } from '../whichAccount.ts';
import { withDatabase } from '../withDatabase.ts';

/** Lifetime of the key for one import, in case the command is killed. */
const keyLifetimeMs = 3_600_000;

/** Some findings are in every article. */
const maxListed = 50;

export const kbImport: Command = {
  summary: 'Syncs the articles of an account with a folder of Markdown.',
  log: 'account',
  usage:
    '<folder> [--account <id>] [--url <base url>] [--include <pattern>] [--exclude <pattern>] [--base-url <url>] [--dry-run]',
  details: [
    '--account is optional if the server has one account.',
    'If a server on this machine has the embedded database open, it stores the articles.',
    '--url is the API of another server (https://support.example.com/v1/); the secret key of the account,',
    'which needs the scope "articles", is read from the variable SUPPORT_SECRET_KEY.',
    '--include and --exclude can be repeated: "guides/**", "**/draft-*".',
    '--base-url is where files of the folder are shown that are not imported, pictures among them.',
    '--dry-run shows what would change, and stores nothing.',
  ].join('\n'),
  async run(args) {
    const { positionals, values } = readArguments(args, {
      account: { type: 'string' },
      url: { type: 'string' },
      include: { type: 'string', multiple: true },
      exclude: { type: 'string', multiple: true },
      'base-url': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
    });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0) throw wrongArguments('Name one folder.');
    const options: FolderOptions = {
      folder,
      include: values.include,
      exclude: values.exclude,
      baseUrl: values['base-url'],
      isDryRun: values['dry-run'],
    };
    const result = await importWhere(values.url, values.account, options);
    report(result, values['dry-run']);
    if (result.faults.length > 0) process.exitCode = 1;
  },
};

/**
 * Imports through the given API, or else the server that has the database open, or else the
 * database.
 */
async function importWhere(
  url: string | undefined,
  named: string | undefined,
  options: FolderOptions,
): Promise<ImportResult> {
  if (url !== undefined) return importByApi(remotePlace(url), options);
  const environment = readEnvironment(process.env, { port: 0 });
  const address = environment.databaseUrl === undefined ? await findServer(environment) : undefined;
  if (address !== undefined) return importByServer(address, named, options);
  const { importArticles } = await import('../../kb/importArticles.ts');
  const { inScope } = await import('../../db/scope.ts');
  const { noteInAccount } = await import('../operatorAudit.ts');
  let result: ImportResult | undefined;
  await withDatabase(async (database) => {
    const account = await accountIn(database, named);
    const files = await openFiles(environment);
    const { kysely } = database;
    const note = (after: Record<string, unknown>) =>
      inScope(kysely, { actor: 'operator', tenantId: account }, (trx) =>
        noteInAccount(trx, account, {
          action: `${importEndpoint.method} ${importEndpoint.path}`,
          after,
        }),
      );
    try {
      result = await importArticles(kysely, { tenantId: account, files, ...options });
    } catch (error) {
      if (!options.isDryRun) await note({ is_complete: false });
      throw error;
    }
    const { added, updated, unpublished } = result;
    if (!options.isDryRun) await note({ added, updated, unpublished });
  });
  if (result === undefined) throw new Error('The import did not run.');
  return result;
}

function remotePlace(url: string): LocalAddress {
  if (!URL.canParse(url))
    throw new ConfigurationError(
      `${url} is not a valid URL. Give one such as https://support.acme.example/v1/.`,
      'url',
    );
  const token = process.env.SUPPORT_SECRET_KEY;
  if (!token) {
    throw new ConfigurationError(
      'Set the variable SUPPORT_SECRET_KEY to a secret key of the account, which --url needs.',
      'SUPPORT_SECRET_KEY',
    );
  }
  return { url: url.endsWith('/') ? url : `${url}/`, token };
}

async function importByApi(address: LocalAddress, options: FolderOptions): Promise<ImportResult> {
  const { importFolder } = await import('../../kb/importFolder.ts');
  const { apiArticles } = await import('../apiArticles.ts');
  return importFolder(apiArticles(createAdminApi(fetch, address)), options);
}

/**
 * Creates a key for this import only, because the token of the local door gives no access to the
 * data of accounts.
 */
async function importByServer(
  address: LocalAddress,
  named: string | undefined,
  options: FolderOptions,
): Promise<ImportResult> {
  const api = createAdminApi(fetch, address);
  const account = await chooseAccount(api, named);
  const { id, key: token } = await api.call(createKey, {
    account,
    body: {
      kind: 'secret',
      name: 'kb import',
      scopes: ['articles'],
      expires_at: new Date(Date.now() + keyLifetimeMs).toISOString(),
    },
  });
  try {
    return await importByApi({ ...address, token }, options);
  } finally {
    await api.call(revokeKey, { account, params: { id } });
  }
}

function report(result: ImportResult, isDryRun: boolean): void {
  const { added, updated, unchanged, unpublished, faults, dead, lost, ignored } = result;
  const { empty, missing, ofSite, omitted, parts, references } = result;
  const say = printError;
  for (const { path, line, message } of faults) say(`${path}:${line}: ${message}`);
  for (const { path, url } of dead) say(`${path}: the link ${url} leads nowhere`);
  for (const { path, url } of lost) say(`${path}: the picture ${url} cannot be read`);
  for (const { path, url } of missing)
    say(`${path}: the file ${url}, which it includes, is not in the folder`);
  const sayFirst = <T>(all: readonly T[], line: (one: T) => string, more: string) => {
    for (const one of all.slice(0, maxListed)) say(line(one));
    if (all.length > maxListed) say(`… and ${all.length - maxListed} more ${more}`);
  };
  sayFirst(
    references,
    ({ path, url }) => `${path}: ${url} has no definition, only its text is kept`,
    'references without a definition',
  );
  sayFirst(
    ofSite,
    ({ path, url }) =>
      `${path}: ${url} leads to no file of the folder, and stays an address of your site`,
    'such addresses',
  );
  sayFirst(empty, (path) => `${path}: the article has a title and no text`, 'without text');
  if (parts > 0)
    say(`Left out, as parts of others by their names: ${parts} files that begin with "_"`);
  if (ignored.size > 0) say(`Not used, from front matter: ${countsOf(ignored)}`);
  if (omitted.size > 0) {
    say(`Not shown, because their tool makes the content: ${countsOf(omitted)}`);
  }
  const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${unpublished} unpublished, ${faults.length} broken`;
  print(`${isDryRun ? 'Would be: ' : ''}${counts}`);
  if (dead.length + lost.length > 0) {
    print(`Links that lead nowhere: ${dead.length}. Pictures that cannot be read: ${lost.length}.`);
  }
  if (ofSite.length > 0) {
    print(
      `Addresses such as /img/a.png that lead to your site: ${ofSite.length}. --base-url changes that.`,
    );
  }
}

/** Returns the names with the number of their files. */
function countsOf(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, files]) => `${name} (${files})`).join(', ');
}
