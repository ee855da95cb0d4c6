import { type Command, print, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { readEnvironment, type ServerEnvironment } from '../environment.ts';
import type { Resealed } from '../reseal.ts';
import { findRunningServer } from '../runningServer.ts';

export const resealSecrets: Command = {
  summary:
    'Encrypts stored credentials with the first of ENCRYPTION_KEYS, so that the others can be removed.',
  log: 'operator',
  usage: '',
  details: [
    'Credentials and tokens of integrations, and secrets of webhooks. Servers can run meanwhile if each',
    'has the new key first. A second run changes nothing. Exits with 1 if a secret cannot be decrypted.',
  ].join('\n'),
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    const { resealed, unreadable } = await resealWhere(readEnvironment(process.env, { port: 0 }));
    print(`Encrypted with the first key: ${resealed}.`);
    if (unreadable === 0) {
      print('No other key is used any more. Remove the others from ENCRYPTION_KEYS.');
      return;
    }
    print(
      `Cannot be decrypted: ${unreadable}. ENCRYPTION_KEYS lacks their key: add it after the others.`,
    );
    process.exitCode = 1;
  },
};

/** Uses the server that has the embedded database open, or else opens the database. */
async function resealWhere(environment: ServerEnvironment): Promise<Resealed> {
  const server = await findRunningServer();
  if (server !== undefined) {
    const { localReseal } = await import('../localCommands.ts');
    return server.call(localReseal);
  }
  const { openVault } = await import('../../base/vault.ts');
  const { reseal } = await import('../reseal.ts');
  const { withDatabase } = await import('../withDatabase.ts');
  const { encryptionKeys: configured, dataDir } = environment;
  let result: Resealed = { resealed: 0, unreadable: 0 };
  await withDatabase(async ({ kysely, isEmbedded }) => {
    result = await reseal(kysely, openVault({ configured, isEmbedded, folder: dataDir }));
  });
  return result;
}
