#!/usr/bin/env node
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { PersonKey } from '../../src/contract/privacy.ts';
import { ConfigurationError } from '../../src/errors.ts';
import { isUuid } from '../base/uuid.ts';
import { demo } from './seed.ts';
import { runCommand } from './startup.ts';

const usage =
  'Use: npm run privacy -- export|erase --user <id> | --visitor <id> | --email <address> [--tenant <id>]';

/** `npm run privacy`: writes out everything stored of one person, or erases it, files included. */
async function main(): Promise<void> {
  const { action, key, tenantId } = readArguments(process.argv.slice(2));
  const { readEnvironment } = await import('./environment.ts');
  const { openDatabase } = await import('../db/db.ts');
  const { migrate } = await import('../db/migrate.ts');
  const { inScope } = await import('../db/scope.ts');
  const { hasTenant } = await import('../queries/tenants.ts');
  const { erasePerson, readPerson } = await import('../queries/people.ts');
  const { openAttachments } = await import('../attachments/attachments.ts');
  const { cleanAttachments } = await import('../attachments/cleaning.ts');
  const environment = readEnvironment(process.env, { port: 0 });
  const { kysely, isEmbedded, close } = await openDatabase(environment);
  try {
    await migrate(kysely);
    if (!(await hasTenant(kysely, tenantId))) {
      throw new ConfigurationError(`There is no tenant ${tenantId}.`, 'tenant');
    }
    const scope = { actor: 'privacy', tenantId } as const;
    const result = await inScope(
      kysely,
      scope,
      (trx): Promise<object> =>
        action === 'export' ? readPerson(trx, tenantId, key) : erasePerson(trx, tenantId, key),
    );
    if (action === 'erase') {
      const { attachmentDir } = environment;
      await cleanAttachments(kysely, await openAttachments(attachmentDir, environment, isEmbedded));
    }
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } finally {
    await close();
  }
}

function readArguments(args: string[]) {
  try {
    const text = { type: 'string' } as const;
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        user: text,
        visitor: text,
        email: text,
        tenant: { ...text, default: demo.tenantId },
      },
    });
    const [action, ...more] = positionals;
    const { user: user_id, visitor: visitor_id, email, tenant: tenantId } = values;
    const key = z.safeParse(PersonKey, { user_id, visitor_id, email });
    if (action !== 'export' && action !== 'erase') throw new Error('Say export or erase.');
    if (more.length > 0 || !isUuid(tenantId)) throw new Error('Too much, or no id of a tenant.');
    if (!key.success) throw new Error(key.error.issues[0]?.message);
    return { action, key: key.data, tenantId };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigurationError(`${reason} ${usage}`, 'privacy');
  }
}

await runCommand(main);
