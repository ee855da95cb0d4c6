import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkNow } from '../../demo/server/integrations.ts';
import { createStandIns, endedToken } from '../../demo/server/standIns.ts';
import { openMailer } from '../../server/mail/out/openMailer.ts';
import { findProvider } from '../../server/providers/index.ts';
import { readEnvironment } from '../../server/start/environment.ts';
import { openMetrics } from '../../server/start/openMetrics.ts';
import { addOfficeVisit, listOfficeVisits } from '../../src/contract/officeVisit.ts';
import { getReport } from '../../src/contract/report.ts';
import { countRequests } from '../../src/contract/requestCount.ts';
import { createWebhook } from '../../src/contract/webhook.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { created, createTestApp, draft, post, silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { startAcme } from './support/desks/acme.ts';
import { openDesk } from './support/desks/openDesk.ts';
import { startAcmeMail } from './support/mailProviders.ts';
import { openProgram } from './support/program.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const program = openProgram();

test('the new endpoint responds', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const visitor = { key, visitor: newId() };
  await created(post(app, visitor, draft));
  const response = await callFor(app, visitor, countRequests);
  expect(await response.json()).toMatchObject({ data: { count: 1 } });
});

test('the new variable is read, and a wrong value is reported with its name', () => {
  const read = (value: string) => readEnvironment({ OFFICE_FLOOR: value }, { port: 1 });
  expect(read('7').officeFloor).toBe(7);
  expect(() => read('top')).toThrow('The variable OFFICE_FLOOR must be a whole number.');
});

test('the new mail provider is set by its variable, sends mails, and reports bounces', async () => {
  const acmeMail = await startAcmeMail('token-1');
  const environment = {
    ACME_API_TOKEN: 'token-1',
    ACME_BASE_URL: acmeMail.url,
    MAIL_ORDER: 'acme',
  };
  const mailer = openMailer(readEnvironment(environment, { port: 1 }), silent);
  const address = { name: '', address: 'ada@customer.example' };
  const mail = { messageId: '<m1@x.example>', subject: 'Hello', text: 'Hello.' };
  await mailer?.send({ ...mail, from: address, to: address, replyTo: address });
  await acmeMail.close();
  expect(acmeMail.mails).toMatchObject([{ to: 'ada@customer.example', text: 'Hello.' }]);
});

test('a request lives in the new help desk, and a reply there reaches the visitor', async () => {
  const { standIn, tickets, credentials } = await startAcme();
  const { request, say, seen, work, deliver } = await openDesk(database, {
    provider: 'acme',
    url: standIn.url,
    credentials,
  });
  const id = await request();
  await say(id, 'More');
  await work();
  expect(tickets.get(id)?.messages.map(({ text }) => text)).toEqual([draft.description, 'More']);
  const reply = { id: 'm9', own_id: null, from_team: true, internal: false, text: 'Fixed.' };
  tickets.get(id)?.messages.push(reply);
  const body = JSON.stringify({ id: 'e1', ticket: id });
  const signature = createHmac('sha256', credentials.webhook_secret).update(body).digest('hex');
  await deliver({ body, headers: { 'X-Acme-Signature': signature } });
  await work({ isAll: true });
  expect((await seen(id)).at(-1)).toContain('Fixed.');
  await standIn.close();
});

test('the stand-in of the new system in the demo passes the check of the new provider', async () => {
  const standIns = createStandIns();
  const saved: unknown[] = [];
  const api = async (request: Request) => {
    saved.push(await request.json());
    return Response.json({}, { status: 503 });
  };
  await expect(checkNow(api, 'http://demo.example', 'acme')).rejects.toThrow('integrations');
  expect(saved).toMatchObject([{ credentials: { api_token: 'demo' } }]);
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) =>
    standIns.respond(new Request(input, init), 'acme/v1/me');
  const { signal } = new AbortController();
  const options = { baseUrl: 'http://demo.example/stand-ins/acme', fetch, signal };
  await findProvider('acme')?.probe?.({ api_token: 'demo' }, options);
  await expect(findProvider('acme')?.probe?.({ api_token: endedToken }, options)).rejects.toThrow();
});

test('the new endpoint of the team records a visit, with a webhook and entries of the audit log', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  const host = { key: tenant.secretKey };
  const hook = { url: 'https://x.example', events: ['office.visited'] };
  await call(app, host, createWebhook, { body: hook });
  const { id } = await call(app, host, addOfficeVisit, { body: { visitor_id: newId() } });
  const agent = await openSession(app, tenant);
  expect((await call(app, agent, listOfficeVisits)).visits).toMatchObject([{ id }]);
  const of = `where tenant_id = '${tenant.id}'`;
  const read = (query: string) => asSuperuser(database.kysely, query);
  expect(
    await read(`select from support.jobs ${of} and payload->>'event' like '%office.visited%'`),
  ).toHaveLength(1);
  expect(
    await read(`select from support.audit_log ${of} and action like '%office-visits'`),
  ).toHaveLength(2);
});

test('the new figure is in the report, and the new metric in the metrics', async () => {
  const tenant = await createTenant(database.kysely);
  const app = createTestApp(database);
  await created(post(app, { key: tenant.publishableKey, visitor: newId() }, draft));
  const report = await call(app, { key: tenant.secretKey }, getReport);
  expect(report).toMatchObject({ total_requests: 1, critical: 0 });
  const access = await openMetrics(database.kysely, 'token');
  expect((await access?.metrics.read())?.text).toMatch(/support_attempts\{attempts="0"\} \d/);
});

test('the new command runs, and the help lists it', async () => {
  expect((await program.run('greet')).text).toBe('Hello.\n');
  expect((await program.run('--help')).text).toMatch(/greet +Prints a greeting\./);
});
