import { expect, test } from 'vitest';
import {
  getAgentTicket,
  listAgentTickets,
  updateTicket,
  writeAgentMessage,
} from '../../src/contract/agent.ts';
import {
  deleteArticle,
  importArticles,
  putArticle,
  uploadArticlePicture,
} from '../../src/contract/articleAdmin.ts';
import { Attachment } from '../../src/contract/attachment.ts';
import { getTicket, rateTicket } from '../../src/contract/message.ts';
import { erasePerson, exportPerson } from '../../src/contract/privacy.ts';
import { listRatingComments } from '../../src/contract/ratingComment.ts';
import { getReport } from '../../src/contract/report.ts';
import { listSandboxMails } from '../../src/contract/sandbox.ts';
import { updateSettings } from '../../src/contract/settings.ts';
import { listTickets } from '../../src/contract/ticket.ts';
import { operator } from './support/administration.ts';
import { call, callFor, openSession } from './support/agent.ts';
import { apiErrorOf, created, dataOf, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openMailing } from './support/mailing.ts';
import { openModes } from './support/modes.ts';
import { newId } from './support/tenant.ts';
import { until } from './support/until.ts';
import { upload } from './support/upload.ts';

const database = openForFile();
const mailing = openMailing(database);

const open = () => openModes(database);

test('the same idempotency key creates a request in each mode, for the same visitor', async () => {
  const { app, live, test: sandbox } = await open();
  const { visitor } = live.page;
  const idempotencyKey = newId();
  const first = await created(post(app, live.page, draft, { idempotencyKey }));
  const inTest = { ...sandbox.page, visitor };
  const second = await created(post(app, inTest, draft, { idempotencyKey }));
  expect(second.id).not.toBe(first.id);
  expect((await created(post(app, inTest, draft, { idempotencyKey }))).id).toBe(second.id);
});

test('a file can only be sent with a request of the mode in which it was uploaded', async () => {
  const { app, live, test: sandbox } = await open();
  const { visitor } = live.page;
  const inTest = { ...sandbox.page, visitor };
  for (const [own, other] of [
    [live.page, inTest],
    [inTest, live.page],
  ] as const) {
    const file = await dataOf(await upload(app, own), Attachment);
    const withFile = { ...draft, attachments: [file.id] };
    expect((await apiErrorOf(await post(app, other, withFile))).details).toEqual([
      { field: 'attachments', message: expect.stringContaining('Remove it and add it again') },
    ]);
    expect(await created(post(app, own, withFile))).toBeDefined();
  }
});

test('each mode only sees its own data: lists, requests, counts and report', async () => {
  const { app, live, test: sandbox } = await open();
  const ids = {
    live: (await created(post(app, live.page, draft))).id,
    test: (await created(post(app, sandbox.page, draft))).id,
  };
  for (const { id, page, team } of [
    { id: ids.live, ...live },
    { id: ids.test, ...sandbox },
  ]) {
    const params = { id };
    await call(app, team, updateTicket, { params, body: { status: 'resolved' } });
    await call(app, page, rateTicket, { params, body: { score: 3, comment: 'Slow.' } });
    await call(app, team, updateTicket, { params, body: { status: 'open' } });
  }
  for (const [own, other, { page, team, tenant }] of [
    [ids.live, ids.test, live],
    [ids.test, ids.live, sandbox],
  ] as const) {
    const mine = await call(app, page, listTickets);
    expect(mine.tickets.map(({ id }) => id)).toEqual([own]);
    expect((await callFor(app, page, getTicket, { params: { id: other } })).status).toBe(404);
    for (const agent of [team, await openSession(app, tenant)]) {
      const inbox = await call(app, agent, listAgentTickets);
      expect(inbox.tickets.map(({ id }) => id)).toEqual([own]);
      expect(inbox.counts.all).toBe(1);
      for (const endpoint of [getAgentTicket, writeAgentMessage]) {
        const input = { params: { id: other }, ...('body' in endpoint && { body: { body: 'x' } }) };
        expect((await callFor(app, agent, endpoint, input)).status).toBe(404);
      }
      const { total_requests, backlog } = await call(app, agent, getReport);
      expect([total_requests, backlog.open]).toEqual([1, 1]);
      const { ratings } = await call(app, agent, listRatingComments);
      expect(ratings.map(({ ticket_id }) => ticket_id)).toEqual([own]);
    }
  }
});

test('a test key cannot change articles or settings, or read or erase personal data', async () => {
  const { app, live, test: sandbox } = await open();
  const person = { email: draft.email };
  const article = { locale: 'en', markdown: '# SPF\n\nText.' };
  const attempts = [
    [putArticle, { params: { slug: 'spf' }, body: article }],
    [deleteArticle, { params: { slug: 'spf' }, query: { locale: 'en' } }],
    [importArticles, { body: { articles: [] } }],
    [uploadArticlePicture, {}],
    [updateSettings, { body: { email_channel: true } }],
    [exportPerson, { body: person }],
    [erasePerson, { body: person }],
  ] as const;
  await created(post(app, live.page, draft));
  for (const [endpoint, input] of attempts) {
    const { status } = await callFor(app, sandbox.team, endpoint, input);
    expect([endpoint.path, status]).toEqual([endpoint.path, 403]);
  }
  expect((await call(app, live.page, listTickets)).tickets).toHaveLength(1);
  await call(app, live.team, putArticle, { params: { slug: 'spf' }, body: article });
});

test('mails about test data are listed instead of sent', async () => {
  mailing.deliver();
  const { app, of, test: sandbox } = await open();
  const { id } = await created(post(app, sandbox.page, draft));
  const body = { body: 'We look into it.' };
  await call(app, sandbox.team, writeAgentMessage, { params: { id }, body });
  await until(async () => (await mailing.jobs()).length === 0);
  expect(mailing.smtp.mails).toEqual([]);
  const { mails } = await call(app, operator, listSandboxMails, of);
  expect(mails.map(({ to }) => to).sort()).toEqual([draft.email, draft.email, 'team@acme.example']);
  expect(mails.every(({ ticket_id }) => ticket_id === id)).toBe(true);
  expect(mails.some(({ text }) => text.includes('We look into it.'))).toBe(true);
});
