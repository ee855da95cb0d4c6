import { beforeAll, expect, test } from 'vitest';
import { answerQuestion } from '../../src/contract/index.ts';
import { call } from './support/agent.ts';
import { createTestApp } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { openForFile } from './support/database.ts';
import { createTenant, type TestTenant } from './support/tenant.ts';

const database = openForFile();
let tenant: TestTenant;

const account = `Your account has everything in one place.

## Change your password

1. Open the settings.
2. Choose a new password.

## Delete your account

Write to the team. ${'A long explanation of what is lost. '.repeat(60)}

What is left, is left.
`;

beforeAll(async () => {
  tenant = await createTenant(database.kysely, { kb_url: 'https://help.acme.example/{slug}' });
  await importFiles(database.kysely, tenant.id, {
    'en/account.md': articleOf('Manage your account and password', account),
    'en/spf.md': articleOf('Set up SPF', 'A record of the DNS.'),
    'en/invoices.md': articleOf('Invoices', 'Every invoice is under Billing.'),
    'en/secret.md': articleOf('Launch codes of the rocket', 'Text', { published: false }),
  });
});

const ask = (content: string) =>
  call(createTestApp(database), { key: tenant.publishableKey }, answerQuestion, {
    body: { content },
  });

test('a question with a likely answer is answered by the passage below its heading', async () => {
  const { answer, locale } = await ask('How do I change the password of my account?');
  expect(locale).toBe('en');
  expect(answer).toEqual({
    slug: 'account',
    title: 'Manage your account and password',
    url: 'https://help.acme.example/account#change-your-password',
    heading: 'Change your password',
    anchor: 'change-your-password',
    blocks: [expect.objectContaining({ type: 'list', ordered: true })],
    relevance_score: expect.any(Number),
  });
});

test('a heading that matches the question ranks above passages that only mention it', async () => {
  const text = `Intro.

## Three ways out

Accounts are deleted, removed or closed: one who deletes an account deletes it for all.

## Delete an account

Press **Delete**.

## After you delete

Nothing is left.
`;
  const own = await createTenant(database.kysely);
  await importFiles(database.kysely, own.id, {
    'en/delete.md': articleOf('Delete your account or workspace', text),
    'en/spf.md': articleOf('Set up SPF', 'A record of the DNS.'),
    'en/invoices.md': articleOf('Invoices', 'Every invoice is under Billing.'),
  });
  const { answer } = await call(
    createTestApp(database),
    { key: own.publishableKey },
    answerQuestion,
    {
      body: { content: 'How do I delete an account?' },
    },
  );
  expect(answer).toMatchObject({ heading: 'Delete an account' });
});

test('a long passage is truncated between blocks', async () => {
  const { answer } = await ask('delete my account password');
  expect(answer).toMatchObject({ heading: 'Delete your account' });
  expect(answer?.blocks).toHaveLength(1);
});

test.each([
  ['what no article is about', 'How do I feed a penguin?'],
  ['what only an unpublished one is about', 'launch codes of the rocket'],
  ['no words', '???'],
])('%s has no answer', async (_what, content) => {
  expect(await ask(content)).toEqual({ answer: null, locale: 'en' });
});
