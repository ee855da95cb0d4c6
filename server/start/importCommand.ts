#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { ConfigurationError } from '../../src/errors.ts';
import { demo } from './seed.ts';
import { runCommand } from './startup.ts';

const usage = 'Use: npm run kb:import -- <folder> [--tenant <id of the tenant>]';
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** `npm run kb:import -- <folder>`: the articles of a tenant become those of a folder of Markdown. */
async function main(): Promise<void> {
  const { folder, tenantId } = readArguments(process.argv.slice(2));
  const { readEnvironment } = await import('./environment.ts');
  const { openDatabase } = await import('../db/db.ts');
  const { migrate } = await import('../db/migrate.ts');
  const { importArticles } = await import('../kb/importArticles.ts');
  const { hasTenant } = await import('../queries/tenants.ts');
  const database = await openDatabase(readEnvironment(process.env, { port: 0 }));
  try {
    await migrate(database.kysely);
    if (!(await hasTenant(database.kysely, tenantId))) {
      throw new ConfigurationError(`There is no tenant ${tenantId}. Add it first.`, 'tenant');
    }
    const { faults, added, updated, unchanged, unpublished } = await importArticles(
      database.kysely,
      { folder, tenantId },
    );
    for (const { path, line, message } of faults) {
      process.stderr.write(`${path}:${line}: ${message}\n`);
    }
    const counts = `${added} added, ${updated} updated, ${unchanged} unchanged, ${unpublished} unpublished`;
    process.stdout.write(`${counts}, ${faults.length} broken\n`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await database.close();
  }
}

function readArguments(args: string[]): { folder: string; tenantId: string } {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { tenant: { type: 'string', default: demo.tenantId } },
    });
    const [folder, ...more] = positionals;
    if (folder !== undefined && more.length === 0 && uuid.test(values.tenant)) {
      return { folder, tenantId: values.tenant };
    }
  } catch (error) {
    throw new ConfigurationError(
      `${error instanceof Error ? error.message : error} ${usage}`,
      'folder',
    );
  }
  throw new ConfigurationError(usage, 'folder');
}

await runCommand(main);
