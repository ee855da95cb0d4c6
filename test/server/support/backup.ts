import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { openAttachments } from '../../../server/attachments/attachments.ts';
import { openDatabase } from '../../../server/db/db.ts';
import { type Backend, createBackend } from '../../../server/start/backend.ts';
import type { RestoreTarget } from '../../../server/start/backup/restore.ts';
import { createAccount } from '../../../src/contract/adminAccount.ts';
import { getAgentTicket, writeAgentMessage } from '../../../src/contract/agent.ts';
import { Attachment } from '../../../src/contract/attachment.ts';
import { getTicket } from '../../../src/contract/message.ts';
import { createWebhook } from '../../../src/contract/webhook.ts';
import { adminToken, operator } from './administration.ts';
import { call } from './agent.ts';
import { created, dataOf, draft, post, silent } from './api.ts';
import { createOwnPostgres } from './database.ts';
import { copyEmbedded } from './embedded.ts';
import { newId } from './tenant.ts';
import { png, upload } from './upload.ts';

/** Folder for everything that the tests of one file write. */
export const root = mkdtempSync(join(tmpdir(), 'support-backup-'));
export const newFolder = () => mkdtempSync(join(root, 'data-'));
export const newKeys = (id = 'k1') => `${id}:${randomBytes(32).toString('base64')}`;

/** The places where a server stores its data. */
export interface Place {
  databaseUrl?: string | undefined;
  encryptionKeys?: string | undefined;
  dataDir: string;
}

export async function start(place: Place): Promise<Backend> {
  const { dataDir, ...options } = place;
  return createBackend({
    ...options,
    ...(place.databaseUrl !== undefined && { attachmentSecret: 'x'.repeat(32) }),
    folder: join(dataDir, 'db'),
    adminTokens: [adminToken],
    logger: silent,
  });
}

/** Runs what a command does, while no server uses the place. */
export async function onPlace<T>(
  place: Place,
  work: (place: RestoreTarget) => Promise<T>,
): Promise<T> {
  const attachmentDir = join(place.dataDir, 'attachments');
  const database = await openDatabase({ ...place, folder: join(place.dataDir, 'db') });
  const files = await openAttachments(attachmentDir, {}, true);
  const { isEmbedded } = database;
  return work({ ...place, attachmentDir, database, files, isEmbedded }).finally(database.close);
}

export const hookSecret = 'the secret of the webhook';

/** Adds an account with a conversation, a file, and a sealed value. */
export async function fill({ app }: Backend) {
  const account = { name: 'Acme', email: 'help@acme.example', allowed_origins: [] };
  const made = await call(app, operator, createAccount, { body: account });
  const [host, me] = [{ key: made.secret_key }, { key: made.publishable_key, visitor: newId() }];
  const { id: file } = await dataOf(await upload(app, me), Attachment);
  const strange = 'Ünïcode "quotes" \\ back\tslash\n{"null": null} \u2028 end';
  const { id } = await created(
    post(app, me, { ...draft, description: strange, attachments: [file] }),
  );
  const params = { id };
  await call(app, host, writeAgentMessage, { params, body: { body: 'We look into it.' } });
  const hook = {
    url: 'https://hooks.example/x',
    events: ['ticket.created'],
    secret: hookSecret,
  };
  await call(app, host, createWebhook, { body: hook });
  return { host, me, params, strange };
}

/** Returns the rows of every table of a backup, sorted. */
export function rowsIn(backup: string): Record<string, string[]> {
  const folder = join(backup, 'tables');
  const read = (name: string) =>
    gunzipSync(readFileSync(join(folder, name)))
      .toString()
      .split('\n')
      // The operator's log records the restore.
      .filter((row) => name !== 'operator_log.jsonl.gz' || !row.includes('"restore"'))
      .sort();
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, read(name)]),
  );
}

/** Expects that everything exists, works, and continues. */
export async function expectAll(backend: Backend, before: Awaited<ReturnType<typeof fill>>) {
  const { host, me, params, strange } = before;
  const { messages } = await call(backend.app, me, getTicket, { params });
  expect(messages.map(({ body }) => body)).toEqual([strange, 'We look into it.']);
  const [link] = messages[0]?.attachments ?? [];
  const file = await backend.app.request(`/v1/${link?.url}`);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
  const next = await created(post(backend.app, me, draft));
  expect(next.ticket_number).toBe('PM-1002');
  expect((await call(backend.app, host, getAgentTicket, { params })).id).toBe(params.id);
}

export type Kind = 'embedded' | 'postgres';

/**
 * Creates a place. `isEmpty`: its database has no tables, and an embedded one does not exist yet.
 */
export async function newPlace(
  kind: Kind,
  encryptionKeys?: string,
  { isEmpty = false } = {},
): Promise<Place> {
  const dataDir = newFolder();
  if (kind === 'embedded') {
    if (!isEmpty) await copyEmbedded(join(dataDir, 'db'));
    return { dataDir, encryptionKeys };
  }
  const databaseUrl = await createOwnPostgres({ isEmpty });
  return { dataDir, databaseUrl, encryptionKeys };
}
