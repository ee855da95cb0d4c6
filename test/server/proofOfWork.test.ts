import { createHash } from 'node:crypto';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { listen } from '../../server/start/listen.ts';
import { createSupportClient } from '../../src/client/index.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
let app: ReturnType<typeof createTestApp>;
beforeAll(() => {
  app = createTestApp(database);
});

const guarded = () =>
  createTenant(database.kysely, { proof_of_work: true, identity_secrets: [identitySecret] });

/** Finds a proof by the steps of docs/administration.md. */
function proofFor(key: string, write: string): string {
  for (let number = 0; ; number++) {
    const hash = createHash('sha256').update(`${key} ${write} ${number}`).digest();
    if (hash[0] === 0 && hash[1] === 0 && hash.readUInt8(2) < 128) return `${number}`;
  }
}

test('the client proves its work for a request, and needs nothing else', async () => {
  const { publishableKey: apiKey } = await guarded();
  const server = await listen(app.fetch, { port: 0, host: '127.0.0.1' });
  onTestFinished(() => server.close());
  const baseUrl = `http://127.0.0.1:${server.port}/v1/`;
  const client = createSupportClient({ apiKey, baseUrl });
  const { subject } = await client.createTicket({ body: draft });
  expect(subject).toBe(draft.subject);
});

test('a request without a proof, or with that of another request or key, is rejected', async () => {
  const { publishableKey: key } = await guarded();
  const other = await guarded();
  const caller = { key, visitor: newId() };
  const idempotencyKey = newId();
  const proof = proofFor(key, idempotencyKey);
  const rejected = [
    post(app, caller, draft),
    post(app, caller, draft, { 'X-Proof-Of-Work': proof }),
    post(app, { key: other.publishableKey, visitor: newId() }, draft, {
      'X-Proof-Of-Work': proof,
      idempotencyKey,
    }),
  ];
  for (const response of rejected) {
    expect(await apiErrorOf(await response)).toMatchObject({ status: 428, code: 'PROOF_REQUIRED' });
  }
  await created(post(app, caller, draft, { 'X-Proof-Of-Work': proof, idempotencyKey }));
});

test('a visitor with a signed identity needs no proof, and neither does an account without the setting', async () => {
  const { publishableKey: key } = await guarded();
  const open = await createTenant(database.kysely);
  await created(post(app, { key }, draft, await signedHeaders({})));
  await created(post(app, { key: open.publishableKey, visitor: newId() }, draft));
});
