import { expect, test } from 'vitest';
import { findProvider } from '../../server/providers/index.ts';
import { upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { callFor } from './support/agent.ts';
import { apiErrorOf } from './support/api.ts';
import { openGithubForFile } from './support/desks/githubFile.ts';
import { invalidSignature, missingSignature } from './support/signatures.ts';

const { github, onlyIssue, connect, connected, changed } = openGithubForFile();

test('a public repository gets no request, unless the account agrees', async () => {
  github().publish(true);
  const { request, work, notes, dead, connect: save } = await connect();
  const id = await request();
  await work();
  expect(github().issues).toEqual([]);
  expect(await notes(id)).toEqual([
    expect.stringMatching(/^The repository Acme.support is public, so everyone could read/),
  ]);
  expect(await dead()).toHaveLength(1);
  await save({ credentials: { ...github().credentials, public_repository: 'allowed' } });
  await work();
  expect(onlyIssue().body).not.toContain('customer.example');
  expect(onlyIssue().body).toMatch(/---\n\nRequest: .*\n\nCategory: \w+$/);
});

test('a repository that becomes public gets no more messages, and never notes', async () => {
  const { id, say, answer, work, notes, connect: save } = await connected();
  github().publish(true);
  await say(id, 'My password is 1234.');
  await work();
  expect(onlyIssue().comments).toEqual([]);
  expect(await notes(id)).toEqual([expect.stringContaining('is public')]);
  await save({ credentials: { ...github().credentials, public_repository: 'allowed' } });
  await answer(id, 'Our note.', true);
  await work();
  expect(onlyIssue().comments.map(({ body }) => body)).toEqual([
    expect.stringContaining('My password'),
  ]);
});

test('the check of the integration names a public repository', async () => {
  const { standIn, credentials } = github();
  const signal = AbortSignal.timeout(5_000);
  const probe = () =>
    findProvider('github')?.probe?.(credentials, { baseUrl: standIn.url, fetch, signal });
  await probe();
  github().publish(true);
  await expect(probe()).rejects.toMatchObject({
    type: 'configuration_error',
    message: expect.stringContaining('is public'),
  });
});

test('a missing repository is reported with the next step, and an odd one is rejected', async () => {
  const { repository: _, ...without } = github().credentials;
  const { app, host, request, work, notes, watch, dead, connect: save } = await connect();
  await save({ credentials: without });
  const id = await request();
  await watch({ isDue: true });
  await work();
  expect(await notes(id)).toEqual([
    expect.stringMatching(/^The repository for the issues is missing/),
  ]);
  expect(await dead()).toHaveLength(1);
  const credentials = { ...without, repository: '../user', public_repository: 'yes' };
  const body = { provider: 'github', credentials };
  const rejected = await apiErrorOf(await callFor(app, host, upsertIntegration, { body }));
  expect(rejected.details?.map(({ field }) => field)).toEqual([
    'credentials.repository',
    'credentials.public_repository',
  ]);
});

test('limits are waited for, also those without a time', async () => {
  const { id, say, work, wait } = await connected();
  const fail = (response: { status: number; headers?: Record<string, string>; body?: unknown }) =>
    github().faults.push({ matches: /POST .*comments$/, response });
  const body = { message: 'You have exceeded a secondary rate limit. Please wait.' };
  fail({ status: 403, body });
  await say(id, 'One.');
  await work();
  expect(await wait()).toBeGreaterThan(50);
  const reset = String(Math.ceil(Date.now() / 1_000) + 900);
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
  fail({ status: 403, headers, body: { message: 'API rate limit exceeded' } });
  await work({ isAll: true });
  expect(await wait()).toBeGreaterThan(800);
  fail({ status: 429, headers: { 'retry-after': '34' } });
  await work({ isAll: true });
  expect(await wait()).toBeGreaterThan(30);
  fail({ status: 502, body: 'Bad gateway' });
  for (let attempt = 0; attempt < 2; attempt += 1) await work({ isAll: true });
  expect(onlyIssue().comments).toHaveLength(1);
});

test('rejected, locked, deleted and transferred issues have their own next step', async () => {
  const { id, say, work, notes, ticket, connect: save } = await connected();
  const last = async () => (await notes(id)).at(-1);
  const fail = (matches: RegExp, response: { status: number; body?: unknown }) =>
    github().faults.push({ matches, response });
  const errors = [{ resource: 'IssueComment', code: 'unprocessable', message: 'It is too long.' }];
  fail(/POST .*comments$/, { status: 422, body: { message: 'Validation Failed', errors } });
  await say(id, 'One.');
  await work();
  expect(await last()).toMatch(/GitHub does not accept the message.*It is too long/s);
  fail(/POST .*comments$/, { status: 403, body: { message: 'The issue is locked.' } });
  await say(id, 'Two.');
  await work();
  expect(await last()).toMatch(/GitHub does not accept the message.*The issue is locked/s);
  await save({ credentials: { ...github().credentials, token: 'old' } });
  await say(id, 'Three.');
  await work();
  expect(await last()).toMatch(/^GitHub rejects our credentials/);
  await save();
  await work();
  fail(/GET .*issues.1$/, { status: 301, body: { url: 'https://api.github.com/x' } });
  await say(id, 'Four.');
  await work();
  expect(await last()).toMatch(/deleted in GitHub/);
  onlyIssue().isGone = true;
  await save();
  await say(id, 'Five.');
  await work();
  expect((await ticket(id)).help_desk?.problem).toMatch(/deleted in GitHub/);
  const written = onlyIssue().comments.map(({ body }) => body);
  expect(written).not.toContainEqual(expect.stringContaining('Five.'));
});

test('only signed events are taken, as JSON or in a form, and a repeated one is known', async () => {
  const { deliver, query } = await connected();
  const { webhook } = github();
  const rejected = (message: string) => [400, { status: 'error', message }];
  const jobs = () => query(`select 1 from support.jobs where type = 'desk_receive'`);
  const before = (await jobs()).length;
  const signed = webhook({ ...changed(1), comment: { body: 'A secret' } });
  expect(await deliver(signed)).toEqual([200, { status: 'success' }]);
  expect(await deliver(signed)).toEqual([200, { status: 'success', message: 'duplicate event' }]);
  expect(await deliver(webhook(changed(1), { isForm: true }))).toEqual([
    200,
    { status: 'success' },
  ]);
  expect(await jobs()).toHaveLength(before + 2);
  expect((await deliver(webhook({ zen: 'Keep it simple.' })))[0]).toBe(200);
  expect(await jobs()).toHaveLength(before + 2);
  expect(await deliver(webhook(changed(1), { secret: 'other' }))).toEqual(
    rejected(invalidSignature),
  );
  expect(await deliver({ ...signed, headers: {} })).toEqual(rejected(missingSignature));
  const stored = await query('select received_events::text as row from support.received_events');
  expect(JSON.stringify(stored)).not.toContain('A secret');
});
