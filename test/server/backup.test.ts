import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createVault } from '../../server/base/vault.ts';
import type { Backend } from '../../server/start/backend.ts';
import { writeBackup } from '../../server/start/backup/backup.ts';
import { restoreBackup } from '../../server/start/backup/restore.ts';
import {
  expectAll,
  fill,
  hookSecret,
  type Kind,
  newFolder,
  newKeys,
  newPlace,
  onPlace,
  type Place,
  root,
  rowsIn,
  start as startAt,
} from './support/backup.ts';
import { type Cluster, postgresPrograms, startCluster } from './support/cluster.ts';
import { asSuperuser, isPostgres } from './support/database.ts';

const running: Backend[] = [];
afterEach(async () => {
  for (const backend of running.splice(0)) await backend.close();
});
afterAll(() => rmSync(root, { recursive: true }));

async function start(place: Place): Promise<Backend> {
  const backend = await startAt(place);
  running.push(backend);
  return backend;
}

/** The kind of database that starts fastest. */
const quick = isPostgres ? 'postgres' : 'embedded';
const moves: [from: Kind, to: Kind][] = isPostgres
  ? [
      ['postgres', 'embedded'],
      ['embedded', 'postgres'],
    ]
  : [['embedded', 'embedded']];

test.each(moves)('a backup of a server on %s can be restored on %s', async (from, to) => {
  const keys = newKeys();
  const source = await start(await newPlace(from, keys));
  const before = await fill(source);
  const [backup, second] = [join(newFolder(), 'new'), newFolder()];
  const manifest = await source.backup(backup);
  expect(manifest).toMatchObject({ files: 1, missing_files: 0 });
  const target = await newPlace(to, keys, { isEmpty: true });
  await onPlace(target, (place) => restoreBackup(backup, place));
  await onPlace(target, (place) => writeBackup(second, place));
  expect(rowsIn(second)).toEqual(rowsIn(backup));
  const restored = await start(target);
  await expectAll(restored, before);
  const [hook] = await asSuperuser<{ sealed_secret: string; tenant_id: string; id: string }>(
    restored.database.kysely,
    'select * from support.webhooks',
  );
  const secret = `${hook?.tenant_id}/webhook/${hook?.id}`;
  expect(createVault(keys).open(hook?.sealed_secret ?? '', secret)).toBe(hookSecret);
});

test('a backup includes secrets that only exist in the folder of the embedded database', async () => {
  const source = await newPlace('embedded');
  const before = await fill(await start(source));
  const backup = newFolder();
  await running[0]?.backup(backup);
  const keys = readFileSync(join(source.dataDir, 'encryption.keys'), 'utf8');
  const target = await newPlace('embedded');
  await onPlace(target, (place) => restoreBackup(backup, place));
  for (const file of ['encryption.keys', 'attachments/attachment.secret']) {
    const [old, now] = [source, target].map(({ dataDir }) => readFileSync(join(dataDir, file)));
    expect(now).toEqual(old);
  }
  await expectAll(await start(target), before);
  expect(keys).toMatch(/^k1:/);
});

test('a server without the key fails before it writes anything, and works with the key', async () => {
  const keys = newKeys();
  await fill(await start(await newPlace(quick, keys)));
  const backup = newFolder();
  await running[0]?.backup(backup);
  const target = await newPlace(quick, newKeys(), { isEmpty: true });
  const restore = (place: Place) => onPlace(place, (all) => restoreBackup(backup, all));
  await expect(restore(target)).rejects.toThrow('Set the variable ENCRYPTION_KEYS to what it was');
  await restore({ ...target, encryptionKeys: keys });
  await expect(restore(target)).rejects.toThrow('The database has accounts already');
});

test('an incomplete backup, or one of another version, is rejected', async () => {
  const keys = newKeys();
  await fill(await start(await newPlace(quick, keys)));
  const [backup, target] = [newFolder(), await newPlace(quick, keys, { isEmpty: true })];
  await running[0]?.backup(backup);
  const restore = () => onPlace(target, (place) => restoreBackup(backup, place));
  await expect(running[0]?.backup(backup)).rejects.toThrow('is not empty');
  const file = join(backup, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...manifest, migration: '9999_future' }));
  await expect(restore()).rejects.toThrow('A newer version of the server has made this backup');
  // The contents of a folder never become a statement.
  const renamed = manifest.tables.map((table: { columns: string[] }) => ({
    ...table,
    columns: table.columns.map((name) => `${name}; drop`),
  }));
  writeFileSync(file, JSON.stringify({ ...manifest, tables: renamed }));
  await expect(restore()).rejects.toThrow('has no column');
  writeFileSync(file, JSON.stringify(manifest));
  truncateSync(join(backup, 'tables/messages.jsonl.gz'), 40);
  await expect(restore()).rejects.toThrow('unexpected end of file');
  rmSync(file);
  await expect(restore()).rejects.toThrow('is not a complete backup');
});

describe.runIf(isPostgres)('an owner of the database who is not a superuser', () => {
  let cluster: Cluster | undefined;
  afterAll(() => cluster?.stop());

  test('can back up and restore every row of every account', async () => {
    const [programs = ''] = postgresPrograms();
    cluster = await startCluster(programs);
    const [places, encryptionKeys]: [Place[], string] = [[], newKeys()];
    for (const name of ['first', 'second']) {
      await cluster.admin(`create role ${name} login createrole`);
      await cluster.admin(`create database ${name} owner ${name}`);
      places.push({ dataDir: newFolder(), databaseUrl: cluster.url(name, name), encryptionKeys });
    }
    const [from = { dataDir: '' }, to = { dataDir: '' }] = places;
    await cluster.admin(
      'create role support_app; grant support_app to first, second with admin option',
    );
    const source = await start(from);
    const before = await fill(source);
    const [backup, second] = [newFolder(), newFolder()];
    await source.backup(backup);
    expect(rowsIn(backup)['tickets.jsonl.gz']).toHaveLength(2);
    await onPlace(to, (place) => restoreBackup(backup, place));
    await onPlace(to, (place) => writeBackup(second, place));
    expect(rowsIn(second)).toEqual(rowsIn(backup));
    await expectAll(await start(to), before);
  });
});
