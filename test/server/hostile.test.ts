import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { ticketMails } from '../../server/jobs/ticketMails.ts';
import { createSmtpMailer } from '../../server/mail/out/smtp.ts';
import { startWorker, type Worker } from '../../server/queue/worker.ts';
import { isStorable } from '../../src/contract/limits.ts';
import { apiErrorOf, created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { identitySecret, signedHeaders } from './support/identity.ts';
import { startSmtp, type TestSmtp } from './support/smtp.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const List = z.array(z.union([z.string(), z.object({ html: z.string() })]));
const own = new URL('support/hostile.json', import.meta.url);
/** A larger collection beside the repository, if it exists. */
const shared = ['strings.json', 'urls.json', 'xss-html.json'].map(
  (name) => new URL(`../../../shared/data/hostile/${name}`, import.meta.url),
);
const strings = [own, ...shared.filter((file) => existsSync(file))]
  .flatMap((file) => z.parse(List, JSON.parse(readFileSync(file, 'utf8'))))
  .map((entry) => (typeof entry === 'string' ? entry : entry.html))
  .filter((text) => text.trim() !== '' && text.length <= 20_000);

const database = openForFile();
let smtp: TestSmtp;
let worker: Worker;
beforeAll(async () => {
  smtp = await startSmtp();
  const handlers = ticketMails(database.kysely, createSmtpMailer(smtp.url));
  worker = startWorker({ db: database.kysely, handlers, logger: silent, concurrency: 8 });
});
afterAll(async () => {
  await worker.stop();
  await smtp.close();
});

/** A mail may only change line ends. */
const lines = (text: string) => text.replaceAll(/\r\n?/g, '\n');
/** Reduces a text to one line, which is what a mail header can contain. */
const header = (text: string) =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/**
 * Several strings per request, to save time: all in the description, some in the header's fields.
 */
function* requests() {
  const storable = strings.filter(isStorable);
  for (let start = 0; start < storable.length; start += 6) {
    const [subject = 'x', name = 'x', title = 'x', ...more] = storable.slice(start, start + 6);
    const description = [subject, name, title, ...more].join('\n').slice(0, 20_000);
    yield {
      ...draft,
      subject: short(subject),
      name: short(name),
      context: { title: short(title) },
      description,
    };
  }
}
const short = (text: string) => [...text].slice(0, 100).join('');

test('text that cannot be stored is rejected', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const wrong = strings.filter((text) => !isStorable(text));
  expect(wrong.length).toBeGreaterThan(2);
  for (const description of wrong) {
    const response = await post(app, { key, visitor: newId() }, { ...draft, description });
    expect(await apiErrorOf(response), description).toMatchObject({ status: 422 });
  }
});

test('every hostile string is returned unchanged by the API and in both mails', async () => {
  const { publishableKey: key } = await createTenant(database.kysely, {
    identity_secrets: [identitySecret],
  });
  const app = createTestApp(database, { onWritten: () => worker.wake() });
  // A mail to an unverified address contains no text of the request.
  const headers = await signedHeaders({ email: draft.email });
  const expected = new Map<string, { description: string; subject: string }>();
  for (const request of requests()) {
    const { subject, description, name } = request;
    const ticket = await created(post(app, { key }, request, headers));
    expect(ticket).toMatchObject({ subject, description, customerName: name });
    expected.set(ticket.ticket_number, request);
  }

  await until(() => smtp.mails.length >= expected.size * 2, 100_000);
  const jobs = () => asSuperuser(database.kysely, 'select 1 from support.jobs');
  await until(async () => (await jobs()).length === 0);
  expect(smtp.mails).toHaveLength(expected.size * 2);
  for (const { email, to } of smtp.mails) {
    const number = /^\[(PM-\d+)\]/.exec(email.subject ?? '')?.[1] ?? '';
    const { description, subject } = expected.get(number) ?? { description: '', subject: '' };
    expect(lines(email.text ?? ''), number).toContain(lines(description));
    expect(header(email.subject ?? ''), number).toContain(header(subject));
    expect(to).toHaveLength(1);
    expect(email.html, number).toBeUndefined();
    expect(email.attachments, number).toEqual([]);
  }
}, 180_000);
