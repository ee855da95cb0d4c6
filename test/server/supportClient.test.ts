import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as client from '../../src/client/index.ts';
import { endpoints, lateEndpoints } from '../../src/contract/index.ts';
import { serveReference } from './support/conformance.ts';
import { openForFile } from './support/database.ts';

const { createSupportClient, ConfigurationError, NotFoundError, ValidationError } = client;
const database = openForFile();
let reference: Awaited<ReturnType<typeof serveReference>>;
beforeAll(async () => {
  reference = await serveReference(database);
});
afterAll(() => reference.close());

const open = (more: Partial<client.SupportClientOptions> = {}) =>
  createSupportClient({ apiKey: reference.options.key, baseUrl: reference.options.url, ...more });
const body = {
  subject: 'Mails do not arrive',
  description: 'Since this morning.',
  email: 'ada@customer.example',
  category: 'technical',
};
const page = readFileSync('docs/client.md', 'utf8');

test('the example of docs/client.md works as described', async () => {
  const [, example = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  const [, names = '', code = ''] = /^import \{(.*?)\} from '[^']+';\n(.*)$/s.exec(example) ?? [];
  const logged: unknown[] = [];
  const run = new Function(
    'client_',
    'apiKey',
    'baseUrl',
    'console',
    `const {${names}} = client_;
    return (async () => { ${code}; return { ticket, messages, tickets, results, status }; })();`,
  );
  const { key, url } = reference.options;
  const log = (...values: unknown[]) => logged.push(...values);
  const { ticket, messages, tickets, results, status } = await run(client, key, url, { log });
  expect(messages.map((message: { body: string }) => message.body)).toEqual([
    'Since this morning.',
    'It works again.',
  ]);
  expect(tickets).toMatchObject([{ id: ticket.id }]);
  expect(results).toMatchObject([{ slug: 'spf' }]);
  expect(status).toBe('operational');
  expect(logged).toEqual(['NOT_FOUND', expect.stringMatching(/^req_/)]);
});

test('it has a method for each endpoint of pages, and the docs name each', () => {
  const support = open();
  for (const name of Object.keys({
    ...endpoints,
    ...lateEndpoints,
    recordEvents: 0,
    subscribe: 0,
  })) {
    expect(support).toHaveProperty(name, expect.any(Function));
    expect(page).toContain(`\`${name}`);
  }
});

test('a write without a key is a new write, and with a key it is the same write', async () => {
  const support = open();
  await support.createTicket({ body });
  const idempotencyKey = 'a-key-of-the-application-1';
  const first = await support.createTicket({ body, idempotencyKey });
  expect(await support.createTicket({ body, idempotencyKey })).toEqual(first);
  expect((await support.listTickets()).tickets).toHaveLength(2);
});

test('only the visitor id gives access to the requests', async () => {
  const support = open();
  const { id } = await support.createTicket({ body });
  const again = open({ visitorId: support.visitorId });
  expect((await again.getTicket({ params: { id } })).ticket.id).toBe(id);
  await expect(open().getTicket({ params: { id } })).rejects.toThrow(NotFoundError);
});

test('a signed visitor is identified by the page’s token', async () => {
  const { signClaims } = await import('./support/identity.ts');
  const getToken = () => signClaims({ sub: 'ada', email: 'ada@customer.example' });
  const { id } = await open({ getToken }).createTicket({ body });
  expect((await open({ getToken }).getTicket({ params: { id } })).ticket.id).toBe(id);
});

test('events are stored once', async () => {
  const support = open();
  const event = {
    id: crypto.randomUUID(),
    name: 'support_ticket_created' as const,
    timestamp: new Date().toISOString(),
  };
  expect(await support.recordEvents([event])).toEqual({ stored: 1 });
  expect(await support.recordEvents([event])).toEqual({ stored: 0 });
});

test('errors are the exported classes', async () => {
  const support = open();
  const rejected = support.createTicket({ body: { ...body, email: 'nobody' } });
  await expect(rejected).rejects.toThrow(ValidationError);
  await expect(rejected).rejects.toMatchObject({
    code: 'VALIDATION_ERROR',
    details: [{ field: 'email', message: expect.any(String) }],
  });
  for (const options of [{ apiKey: '' }, { baseUrl: 'api.acme.example' }, { baseUrl: '/v1/' }]) {
    expect(() => open(options)).toThrow(ConfigurationError);
  }
});

test('no request is sent after it was destroyed', async () => {
  const support = open();
  support.destroy();
  await expect(support.listTickets()).rejects.toThrow(/abort/);
});
