import { expect, test } from 'vitest';
import { retryDeadJob } from '../../src/contract/job.ts';
import { call } from './support/agent.ts';
import { draft } from './support/api.ts';
import { openZendeskForFile } from './support/desks/zendeskFile.ts';

const { zendesk, onlyTicket, connect, connected } = openZendeskForFile();
const first = ['visitor', null, draft.description];

test.each([
  ['created without a response', { matches: /^POST .*tickets/, isApplied: true }],
  [
    'created, but its answer is an error',
    { matches: /^POST .*tickets/, isApplied: true, status: 502 },
  ],
  ['not created', { matches: /^POST .*tickets/, status: 503 }],
  ['without its facts', { matches: /^PUT/, status: 500 }],
  ['with its facts, unconfirmed', { matches: /^PUT/, isApplied: true, status: 500 }],
])('a ticket that was %s exists once after the retry', async (_case, fault) => {
  const { request, work, say, deliver, seen } = await connect({ timeoutMs: 150 });
  const { status, ...how } = { status: undefined, ...fault };
  zendesk().faults.push({ ...how, response: status === undefined ? 'hang' : { status } });
  const id = await request();
  await say(id, 'Second.');
  await work();
  await work({ isAll: true });
  const { id: theirs } = onlyTicket();
  const kinds = zendesk()
    .comments(theirs)
    .map(([kind, , body]) => [kind, body.split('\n')[0]]);
  expect(kinds).toEqual([
    ['public', draft.description.split('\n')[0]],
    ['note', expect.stringContaining('Request: ')],
    ['public', 'Second.'],
  ]);
  await deliver(zendesk().webhook(theirs));
  await work({ isAll: true });
  expect(await seen(id)).toHaveLength(2);
});

test('a comment that Zendesk added without a response is added once', async () => {
  const { id, theirs, work, say, seen, report } = await connected({ timeoutMs: 150 });
  zendesk().faults.push({ matches: /^PUT/, response: 'hang', isApplied: true });
  await say(id, 'Once.');
  await work();
  await work({ isAll: true });
  await report();
  expect(
    zendesk()
      .comments(theirs)
      .filter(([, , body]) => body === 'Once.'),
  ).toHaveLength(1);
  expect(await seen(id)).toEqual([first, ['visitor', null, 'Once.']]);
});

test('a limit of requests is respected for as long as Zendesk says', async () => {
  const { request, work, query } = await connect();
  zendesk().faults.push({
    matches: /^POST/,
    response: { status: 429, headers: { 'Retry-After': '93' } },
  });
  const id = await request();
  await work();
  expect(zendesk().tickets).toEqual([]);
  const [job] = await query<{ wait: number }>(
    `select extract(epoch from run_at - now())::float8 as wait from support.jobs where type = 'desk_send'`,
  );
  expect(job?.wait).toBeGreaterThan(88);
  await work({ isAll: true });
  expect(onlyTicket().external_id).toBe(id);
});

test('with wrong credentials the team reads the next step once, and new ones send what waits', async () => {
  const { id, work, say, said, notes, dead, ticket, query, connect: save } = await connected();
  await save({ credentials: { ...zendesk().credentials, api_token: 'old' } });
  for (const body of ['One.', 'Two.']) {
    await say(id, body);
    await work();
  }
  const sentence =
    'Zendesk rejects our credentials. Enter new ones for the integration. Waiting requests are then sent.';
  expect(await notes(id)).toEqual([sentence]);
  expect((await ticket(id)).help_desk?.problem).toBe(sentence);
  expect((await dead()).map(({ type, error }) => [type, error])).toEqual([
    ['desk_send', `DeskProblem ${sentence}`],
    ['desk_send', `DeskProblem ${sentence}`],
  ]);
  const [checked] = await query(
    `select next_check_at <= now() as due from support.integrations where provider = 'zendesk' and tenant_id = (select tenant_id from support.tickets where id = '${id}')`,
  );
  expect(checked).toEqual({ due: true });
  await save();
  await work();
  expect(said().slice(-2)).toEqual(['One.', 'Two.']);
  expect(await dead()).toEqual([]);
  expect((await ticket(id)).help_desk?.problem).toBeNull();
});

test('while Zendesk is away, nothing is lost, and the team is notified after some attempts', async () => {
  const { id, theirs, work, say, notes, seen } = await connected();
  const down = Array.from({ length: 6 }, () => ({ matches: /^PUT/, response: { status: 503 } }));
  zendesk().faults.push(...down);
  await say(id, 'Anyone there?');
  for (let attempt = 0; attempt < 4; attempt += 1) await work({ isAll: true });
  expect(await notes(id)).toEqual([]);
  await work({ isAll: true });
  await work({ isAll: true });
  expect(await notes(id)).toEqual([expect.stringMatching(/^Zendesk cannot be reached/)]);
  expect(await seen(id)).toHaveLength(2);
  await work({ isAll: true });
  expect(zendesk().comments(theirs).at(-1)?.[2]).toBe('Anyone there?');
});

test('a ticket that was deleted in Zendesk is reported with the next step', async () => {
  const { id, work, say, notes, dead, seen } = await connected();
  const [kept] = zendesk().tickets.splice(0);
  await say(id, 'Hello?');
  await work();
  expect(await notes(id)).toEqual([expect.stringMatching(/deleted in Zendesk.*restore/i)]);
  expect(await dead()).toHaveLength(1);
  expect((await seen(id)).at(-1)).toEqual(['visitor', null, 'Hello?']);
  if (kept !== undefined) zendesk().tickets.push(kept);
  await say(id, 'Still here.');
  await work();
  const said = zendesk()
    .comments(onlyTicket().id)
    .map(([, , body]) => body);
  expect(said.slice(-2)).toEqual(['Hello?', 'Still here.']);
});

test('a message that Zendesk rejects does not hold up the next, and can be retried', async () => {
  const { id, theirs, app, host, work, say, notes, dead } = await connected();
  const rejected = {
    status: 422,
    body: { error: 'RecordInvalid', details: { base: [{ description: 'Too long.' }] } },
  };
  zendesk().faults.push(
    { matches: /^PUT/, response: rejected },
    { matches: /^PUT .*$/, response: rejected },
  );
  await say(id, 'One.');
  await work();
  await say(id, 'Two.');
  await work();
  expect(zendesk().comments(theirs).at(-1)?.[2]).toBe('Two.');
  expect((await notes(id))[0]).toMatch(/does not accept the message of .*\n\n> Too long\.$/s);
  const [job] = await dead();
  expect(job?.payload).toMatchObject({ messageId: expect.any(String) });
  expect(job?.error).not.toContain('Too long');
  await call(app, host, retryDeadJob, { params: { id: job?.id ?? '' } });
  await work();
  expect(zendesk().comments(theirs).at(-1)?.[2]).toBe('One.');
});

test('a request that Zendesk rejects is a dead letter with the reason in a note', async () => {
  const { request, work, notes, dead } = await connect();
  zendesk().faults.push({
    matches: /^POST/,
    response: {
      status: 422,
      body: { details: { requester: [{ description: 'Requester is suspended.' }] } },
    },
  });
  const id = await request();
  await work();
  expect(await dead()).toHaveLength(1);
  expect(await notes(id)).toEqual([
    expect.stringMatching(/^Zendesk does not accept.*> Requester is suspended\.$/s),
  ]);
});
