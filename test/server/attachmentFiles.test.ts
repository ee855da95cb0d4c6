import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { openAttachments } from '../../server/attachments/attachments.ts';
import { cleanAttachments } from '../../server/attachments/cleaning.ts';
import { createS3Store } from '../../server/attachments/s3Store.ts';
import { digest } from '../../server/base/digest.ts';
import { createLinks } from '../../server/base/links.ts';
import { inScope, type Scope } from '../../server/db/scope.ts';
import { readAttachments } from '../../server/queries/attachments.ts';
import { Attachment } from '../../src/contract/attachment.ts';
import { erasePerson } from '../../src/contract/privacy.ts';
import { call } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, dataOf, draft, post } from './support/api.ts';
import { folder, openTestAttachments } from './support/attachments.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { startS3 } from './support/s3.ts';
import { createTenant, newId } from './support/tenant.ts';
import { deleteFiles, png, upload } from './support/upload.ts';

const database = openForFile();
const db = () => database.kysely;
const root = mkdtempSync(join(tmpdir(), 'support-stores-'));
afterAll(() => rmSync(root, { recursive: true }));

async function newTenant(now?: () => number) {
  const tenant = await createTenant(db());
  const attachments = openTestAttachments(now);
  const app = createTestApp(database, { attachments });
  const me = { key: tenant.publishableKey, visitor: newId() };
  const give = async (caller = me) => dataOf(await upload(app, caller), Attachment);
  return { tenant, attachments, app, me, give };
}

async function pathOf(id: string): Promise<string> {
  const [row] = await asSuperuser<{ storage_key: string }>(
    db(),
    `select storage_key from support.attachments where id = '${id}'`,
  );
  return join(folder, 'files', row?.storage_key ?? 'gone');
}

test('an address is valid for an hour, and only unchanged', async () => {
  let now = Date.now();
  const { app, give } = await newTenant(() => now);
  const [one, two] = [await give(), await give()];
  const request = (url: string) => app.request(`/v1/${url}`);
  expect((await request(one.url)).status).toBe(200);
  for (const changed of [
    one.url.replace(/expires=\d+/, 'expires=99999999999'),
    one.url.replace(one.id, two.id),
    one.url.replace(/signature=./, 'signature='),
    one.url.replace(/&signature.*/, ''),
    `support/attachments/${one.id}`,
    'support/attachments/x?expires=1&signature=x',
  ]) {
    expect(await apiErrorOf(await request(changed)), changed).toMatchObject({ status: 404 });
  }
  now += 3_601_000;
  const ended = await apiErrorOf(await request(one.url));
  expect(ended).toMatchObject({ status: 403, message: expect.stringContaining('has expired') });
});

test('another secret signs other addresses', () => {
  const [ours, theirs] = [createLinks('one'), createLinks('two')];
  const id = randomUUID();
  const query = new URLSearchParams(ours.to(id).split('?')[1]);
  const [expires, signature] = [query.get('expires') ?? '', query.get('signature') ?? ''];
  expect(ours.check(id, expires, signature)).toBe('good');
  expect(theirs.check(id, expires, signature)).toBe('wrong');
});

test('an unsent file is deleted after a day; sent and newer files stay', async () => {
  const { app, me, give, attachments } = await newTenant();
  const [old, young, sent] = [await give(), await give(), await give()];
  await created(post(app, me, { ...draft, attachments: [sent.id] }));
  const paths = [await pathOf(old.id), await pathOf(young.id), await pathOf(sent.id)];
  await asSuperuser(
    db(),
    `update support.attachments set created_at = now() - interval '25 hours' where id in ('${old.id}', '${sent.id}')`,
  );
  const remains = join(folder, 'incoming', 'broken');
  writeFileSync(remains, 'x');
  utimesSync(remains, 0, 0);
  await cleanAttachments(db(), attachments);
  expect(paths.map(existsSync)).toEqual([false, true, true]);
  expect(existsSync(remains)).toBe(false);
  expect((await app.request(`/v1/${old.url}`)).status).toBe(404);
});

test('a person’s files are erased with the person', async () => {
  const { app, me, give, attachments, tenant } = await newTenant();
  const file = await give();
  await created(post(app, me, { ...draft, attachments: [file.id] }));
  const path = await pathOf(file.id);
  await call(app, { key: tenant.secretKey }, erasePerson, { body: { email: draft.email } });
  await cleanAttachments(db(), attachments);
  expect(existsSync(path)).toBe(false);
  expect(await asSuperuser(db(), 'select 1 from support.attachment_removals')).toEqual([]);
});

test('a file that the store did not remove stays recorded for the next cleanup', async () => {
  const { give, attachments } = await newTenant();
  const { id } = await give();
  const path = await pathOf(id);
  await deleteFiles(db(), sql`id = ${id}`);
  const broken = { ...attachments.store, remove: () => Promise.reject(new Error('No disk.')) };
  const cleaning = cleanAttachments(db(), { ...attachments, store: broken });
  await expect(cleaning).rejects.toThrow('No disk.');
  await cleanAttachments(db(), attachments);
  expect(existsSync(path)).toBe(false);
});

test('readers of a request see its files in order, but not files of internal notes', async () => {
  const { app, me, give, tenant } = await newTenant();
  const ids = [];
  for (let count = 0; count < 3; count++) ids.unshift((await give()).id);
  const { id: ticketId } = await created(post(app, me, { ...draft, attachments: ids }));
  const visitorHash = digest(me.visitor);
  await asSuperuser(
    db(),
    `insert into support.messages (tenant_id, ticket_id, position, visitor_hash, author, internal, body, metadata)
     values ('${tenant.id}', '${ticketId}', -1, '${visitorHash}', 'agent', true, 'Between us', '{}')`,
  );
  await asSuperuser(
    db(),
    `insert into support.attachments (tenant_id, id, visitor_hash, ticket_id, position, rank, name, type, size, storage_key, stored_at, linked_at)
     values ('${tenant.id}', '${randomUUID()}', '${visitorHash}', '${ticketId}', -1, 1, 'note', 'x', 1, '${randomUUID()}', now(), now())`,
  );
  const seen = (scope: Scope) =>
    inScope(db(), scope, (trx) => readAttachments(trx, { ticketId, positions: [-1, 1] }));
  const mine = await seen({ actor: 'visitor', tenantId: tenant.id, visitorHash });
  expect([...mine.keys()]).toEqual([1]);
  expect(mine.get(1)?.map(({ id }) => id)).toEqual(ids);
  const others = { actor: 'visitor', tenantId: tenant.id, visitorHash: digest('x') } as const;
  expect(await seen(others)).toEqual(new Map());
  const staff = await seen({ actor: 'worker', tenantId: tenant.id });
  expect([...staff.keys()]).toEqual([-1, 1]);
});

test('files can be stored in, read from and deleted in an S3 service', async () => {
  const s3 = await startS3();
  const { options } = s3;
  const files = await openAttachments(join(root, 'files'), { s3: options }, true);
  const { tenant, me } = await newTenant();
  const app = createTestApp(database, { attachments: files });
  const { id, url } = await dataOf(await upload(app, me), Attachment);
  expect(Buffer.from(await (await app.request(`/v1/${url}`)).arrayBuffer())).toEqual(png);
  await deleteFiles(db(), sql`id = ${id}`);
  await cleanAttachments(db(), files);
  expect(await files.store.open(`${tenant.id}/x`)).toBeUndefined();
  expect((await app.request(`/v1/${url}`)).status).toBe(404);

  const store = createS3Store({ ...options, bucket: 'nowhere' });
  const failing = createTestApp(database, { attachments: { ...files, store } });
  expect(await apiErrorOf(await upload(failing, me))).toMatchObject({ status: 503 });
  expect(readdirSync(files.incoming)).toEqual([]);
  await s3.close();
});

test('Postgres requires a secret, and the embedded database generates its own', async () => {
  const dir = join(root, 'secrets');
  await expect(openAttachments(dir, {}, false)).rejects.toThrow('ATTACHMENT_SECRET is not set');
  const short = { attachmentSecret: 'short' };
  await expect(openAttachments(dir, short, true)).rejects.toThrow('ATTACHMENT_SECRET is too short');
  const [first, second] = [
    await openAttachments(dir, {}, true),
    await openAttachments(dir, {}, true),
  ];
  const id = randomUUID();
  const query = new URLSearchParams(first.links.to(id).split('?')[1]);
  const result = second.links.check(id, query.get('expires') ?? '', query.get('signature') ?? '');
  expect(result).toBe('good');
});
