import { expect, test } from 'vitest';
import { getAgentTicket } from '../../src/contract/agent.ts';
import { getTicket, listMessages } from '../../src/contract/message.ts';
import { call, openSession } from './support/agent.ts';
import { apiErrorOf, created, createTestApp, draft, post } from './support/api.ts';
import { articleOf, importFiles } from './support/articles.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const at = (slug: string) => `https://help.acme.example/kb/${slug}`;
const shown = (slug: string, more: object = {}) => ({
  title: 'Set up SPF',
  url: at(slug),
  snippet: 'Add one record.',
  relevance_score: 0.8,
  auto_suggested: true,
  slug,
  ...more,
});

async function open() {
  const tenant = await createTenant(database.kysely, { kb_url: at('{slug}') });
  const other = await createTenant(database.kysely, { kb_url: at('{slug}') });
  await importFiles(database.kysely, tenant.id, {
    'en/spf.md': articleOf('Set up SPF', 'Add one record.\n\nThen wait.', { description: 'SPF.' }),
    'en/dkim.md': articleOf('Set up DKIM', 'Sign.', { description: 'How to sign.' }),
    'en/draft.md': articleOf('Draft', 'Text', { published: false }),
    'es/spf.md': articleOf('Configura SPF', 'Añade un registro.'),
  });
  await importFiles(database.kysely, other.id, { 'en/secret.md': articleOf('Secret') });
  const app = createTestApp(database);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const submit = async (suggestions?: unknown, exchange?: string) =>
    (await created(post(app, visitor, { ...draft, suggestions, exchange }))).id;
  const agent = await openSession(app, tenant);
  const notes = async (id: string) =>
    (await call(app, agent, getAgentTicket, { params: { id } })).messages.filter(
      ({ internal }) => internal,
    );
  const stored = (id: string) =>
    asSuperuser<{ metadata: unknown }>(
      database.kysely,
      `select metadata from support.messages where ticket_id = '${id}' and position = -1`,
    );
  return { app, visitor, submit, notes, stored };
}

test('agents read the exact suggestions in a note', async () => {
  const { submit, notes, stored } = await open();
  const id = await submit([
    shown('spf', { snippet: '…one record. Then…' }),
    shown('dkim', { snippet: 'Forged text', relevance_score: 0.71 }),
  ]);
  const [note, ...more] = await notes(id);
  expect(more).toEqual([]);
  expect(note).toMatchObject({
    position: -1,
    author: 'system',
    internal: true,
    message_type: 'auto_suggestion',
    channel: 'system',
    body:
      'Auto-suggested knowledge base articles:\n\n' +
      `- [Set up SPF](${at('spf')}) - …one record. Then…\n` +
      `- [Set up DKIM](${at('dkim')}) - How to sign.`,
  });
  const common = { auto_suggested: true };
  expect(await stored(id)).toEqual([
    {
      metadata: {
        suggestions: [
          {
            ...common,
            title: 'Set up SPF',
            url: at('spf'),
            snippet: '…one record. Then…',
            relevance_score: 0.8,
          },
          {
            ...common,
            title: 'Set up DKIM',
            url: at('dkim'),
            snippet: 'How to sign.',
            relevance_score: 0.71,
          },
        ],
        generated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      },
    },
  ]);
});

test('agents read the questions to AI above the suggestions, and the visitor does not', async () => {
  const { app, visitor, submit, notes } = await open();
  const exchange = 'I asked: How?\nThe answer from AI: Add a record.';
  const id = await submit([shown('spf')], exchange);
  const [note, ...more] = await notes(id);
  expect(more).toEqual([]);
  expect(note?.body).toBe(
    `Questions to AI and its answers, as the visitor’s browser sent them:\n\n${exchange}\n\n` +
      `Auto-suggested knowledge base articles:\n\n- [Set up SPF](${at('spf')}) - Add one record.`,
  );
  const { messages } = await call(app, visitor, listMessages, { params: { id } });
  expect(JSON.stringify(messages)).not.toContain('I asked');
  expect(await notes(await submit(undefined, ' '))).toEqual([]);
  const reply = await post(app, visitor, { ...draft, exchange: 'x'.repeat(20_001) });
  expect(reply.status).toBe(422);
});

test('the title has the displayed language, and the address finds articles without a slug', async () => {
  const { submit, notes } = await open();
  const id = await submit([shown('spf', { title: 'Configura SPF', slug: undefined })]);
  expect((await notes(id))[0]?.body).toContain(`- [Configura SPF](${at('spf')}) - `);
});

test.each([
  ['no suggestions', undefined],
  ['an empty list', []],
  ['another tenant’s article', [shown('secret')]],
  ['an unpublished one', [shown('draft')]],
  [
    'an address from elsewhere',
    [shown('spf', { slug: undefined, url: 'https://evil.example/spf' })],
  ],
  ['a slug that is none', [shown('../../x'), shown('%')]],
])('%s create no note', async (_what, suggestions) => {
  const { submit, notes } = await open();
  expect(await notes(await submit(suggestions))).toEqual([]);
});

test('links, titles and texts that are not of the tenant do not reach the agents', async () => {
  const { submit, notes } = await open();
  const forged = {
    title: 'x](https://evil.example)',
    url: 'https://evil.example/',
    snippet: 'a\n- [Click](https://evil.example)',
  };
  const id = await submit([shown('dkim', forged)]);
  expect((await notes(id))[0]?.body).toBe(
    `Auto-suggested knowledge base articles:\n\n- [Set up DKIM](${at('dkim')}) - How to sign.`,
  );
});

test('the visitor never reads the note, and agents’ notes continue after it', async () => {
  const { app, visitor, submit, notes } = await open();
  const id = await submit([shown('spf')]);
  const { messages } = await call(app, visitor, getTicket, { params: { id } });
  expect(messages.map(({ position }) => position)).toEqual([1]);
  for (const query of [{}, { after: '0' }, { before: '9' }]) {
    const page = await call(app, visitor, listMessages, { params: { id }, query });
    expect(JSON.stringify(page)).not.toContain('Auto-suggested');
  }
  expect(await notes(id)).toHaveLength(1);
});

test('too many or malformed suggestions are rejected', async () => {
  const { app, visitor } = await open();
  for (const suggestions of [
    Array.from({ length: 11 }, () => shown('spf')),
    [shown('spf', { url: 'javascript:alert(1)' })],
    [shown('spf', { relevance_score: 2 })],
    'spf',
  ]) {
    const response = await post(app, visitor, { ...draft, suggestions });
    expect(await apiErrorOf(response)).toMatchObject({ status: 422 });
  }
});
