import { expect, test } from 'vitest';
import { inScope } from '../../server/db/scope.ts';
import { deskJobs } from '../../server/jobs/desks/deskJobs.ts';
import { erasePerson } from '../../server/queries/people.ts';
import { startWorker } from '../../server/queue/worker.ts';
import { listAgentIntegrations, upsertIntegration } from '../../src/contract/integrationAdmin.ts';
import { mergeTicket } from '../../src/contract/merge.ts';
import { call, callFor } from './support/agent.ts';
import { apiErrorOf, draft, silent } from './support/api.ts';
import { openTestAttachments } from './support/attachments.ts';
import { openZendeskForFile } from './support/desks/zendeskFile.ts';

const { database, zendesk, onlyTicket, connect, connected } = openZendeskForFile();

test('without a help desk, and for test data beside a live one, no job is queued', async () => {
  const { request, connect: save, query, app, host } = await connect();
  await save({ help_desk: false });
  await request();
  expect(await query(`select 1 from support.jobs where type = 'desk_send'`)).toEqual([]);
  const { integrations } = await call(app, host, listAgentIntegrations);
  expect(integrations.map(({ help_desk }) => help_desk)).toEqual([false]);
  const other = await connect({ mode: 'test' });
  await query(
    `update support.help_desks set mode = 'live' where integration_id = '${other.integrationId}'`,
  );
  await other.request();
  expect(await query(`select 1 from support.jobs where type = 'desk_send'`)).toEqual([]);
});

test('only an own integration with credentials of a help desk can be chosen', async () => {
  const { app, host } = await connect();
  const save = async (body: object) => {
    const response = await callFor(app, host, upsertIntegration, { body });
    return (await apiErrorOf(response)).details?.map(
      ({ field, message }) => `${field}: ${message}`,
    );
  };
  const stripe = { provider: 'stripe', credentials: { secret_key: 'sk' }, help_desk: true };
  expect(await save(stripe)).toEqual(['help_desk: This provider cannot be the help desk.']);
  const theirs = { provider: 'zendesk', organization_id: 'acme', help_desk: true };
  expect(await save(theirs)).toEqual(['help_desk: Must be an integration of the account itself.']);
  const empty = { provider: 'zendesk', name: 'Second', help_desk: true };
  expect(await save(empty)).toEqual(['help_desk: Needs credentials. Send them as well.']);
});

test('a request that is older than the help desk is carried over with its next message', async () => {
  const { request, connect: save, say, answer, work } = await connect();
  await save({ help_desk: false });
  const id = await request();
  await answer(id, 'We look at it.');
  await save();
  await say(id, 'Any news?');
  await work();
  const { id: theirs, status } = onlyTicket();
  expect(status).toBe('open');
  const shown = zendesk()
    .comments(theirs)
    .filter(([kind]) => kind === 'public');
  expect(shown.map(([, , body]) => body)).toEqual([
    draft.description,
    'Acme Support:\n\nWe look at it.',
    'Any news?',
  ]);
});

test('changes are also requested every hour, or every minute without a webhook secret', async () => {
  const { id, theirs, integrationId, connect: save, query, seen, work, watch } = await connected();
  zendesk().comment(theirs, { body: 'Did you get this?' });
  const wait = async () => {
    const [row] = await query<{ seconds: number }>(
      `select extract(epoch from due_at - now())::float8 as seconds from support.help_desks
       where integration_id = '${integrationId}'`,
    );
    return row?.seconds ?? 0;
  };
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Zoe Agent', 'Did you get this?']);
  expect(await wait()).toBeGreaterThan(3_500);
  const { webhook_secret: _, ...credentials } = zendesk().credentials;
  await save({ credentials });
  zendesk().comment(theirs, { body: 'And this?' });
  await watch();
  await work();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Zoe Agent', 'And this?']);
  expect(await wait()).toBeLessThan(61);
  await watch();
  await work();
  expect(await seen(id)).toHaveLength(3);
});

test('two merged requests are one conversation, and both tickets are read into it', async () => {
  const { id, work, request, app, host, seen, say, deliver } = await connected();
  const other = await request({ subject: 'Again' });
  await work();
  const [first, second] = zendesk().tickets;
  await call(app, host, mergeTicket, { params: { id: other }, body: { into: id } });
  zendesk().comment(second?.id ?? 0, { body: 'To the second.' });
  await deliver(zendesk().webhook(second?.id ?? 0));
  await say(id, 'To both.');
  await work();
  expect((await seen(id)).map(([, , body]) => body)).toEqual(
    expect.arrayContaining(['To the second.', 'To both.']),
  );
  expect(
    zendesk()
      .comments(first?.id ?? 0)
      .at(-1)?.[2],
  ).toBe('To both.');
});

test('a merged request lives in the ticket of the other one, if it has none', async () => {
  const { request, connect: save, app, host, say, work } = await connect();
  await save({ help_desk: false });
  const into = await request();
  await save();
  const from = await request({ subject: 'Again' });
  await work();
  await call(app, host, mergeTicket, { params: { id: from }, body: { into } });
  await say(into, 'In one place.');
  await work();
  expect(zendesk().comments(onlyTicket().id).at(-1)?.[2]).toBe('In one place.');
});

test('two processes at once send each message once', async () => {
  const { request, say, integrations, query } = await connect();
  const id = await request();
  for (const body of ['One.', 'Two.', 'Three.']) await say(id, body);
  const attachments = openTestAttachments();
  const db = database.kysely;
  const handlers = deskJobs({ db, attachments, ...integrations });
  const start = () => startWorker({ db, handlers, logger: silent, pollMs: 60_000, retryMs: 1 });
  for (let round = 0; round < 5; round += 1) {
    await query('update support.jobs set run_at = now()');
    const workers = [start(), start()];
    await Promise.all(workers.map((worker) => worker.idle()));
    await Promise.all(workers.map((worker) => worker.stop()));
  }
  const shown = zendesk()
    .comments(onlyTicket().id)
    .filter(([kind]) => kind === 'public');
  expect(shown.map(([, , body]) => body)).toEqual([draft.description, 'One.', 'Two.', 'Three.']);
});

test('a job that is run again after a crash continues, and another one waits for its lease', async () => {
  const { id, work, say, query, said } = await connected();
  await query(
    `update support.external_tickets set busy_job = gen_random_uuid(), busy_until = now() + interval '1 minute'`,
  );
  await say(id, 'Later.');
  await work();
  expect(said()).not.toContain('Later.');
  await query(
    `update support.external_tickets set busy_job = (select id from support.jobs where type = 'desk_send' limit 1)`,
  );
  await work({ isAll: true });
  expect(said().at(-1)).toBe('Later.');
});

test('an erased person leaves no trace of their tickets in the help desk', async () => {
  const { id, tenant, query } = await connected();
  await inScope(database.kysely, { actor: 'operator', tenantId: tenant.id }, (trx) =>
    erasePerson(trx, tenant.id, { email: draft.email }),
  );
  const rows = await query(
    `select ticket_id from support.external_messages where ticket_id = '${id}'
     union all select ticket_id from support.external_tickets where ticket_id = '${id}'`,
  );
  expect(rows).toEqual([]);
});

test('a removed integration releases the help desk, and its requests stay here', async () => {
  const { id, integrationId, query, seen, request, work } = await connected();
  await query(`delete from support.integrations where id = '${integrationId}'`);
  await request();
  await work();
  expect(zendesk().tickets).toHaveLength(1);
  expect(await seen(id)).toHaveLength(1);
});
