import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { activityAdded, openHubspotForFile } from './support/desks/hubspotFile.ts';

const { hubspot, onlyTicket, connect, connected } = openHubspotForFile();
const first = ['visitor', null, draft.description];
const count = (type: string) => hubspot().listOf(type).length;

test.each([
  ['a ticket', /POST .*tickets$/],
  ['a contact', /POST .*contacts$/],
  ['the first e-mail', /POST .*emails$/],
  ['the facts', /POST .*notes$/],
])(
  '%s without a response exists once after the retry, and is not imported',
  async (_case, matches) => {
    const { request, say, work, deliver, integrationId, seen, notes } = await connect({
      timeoutMs: 400,
    });
    await request();
    await work();
    hubspot().clear();
    hubspot().faults.push({ matches, response: 'hang', isApplied: true });
    const id = await request();
    await say(id, 'Second.');
    await work();
    await work({ isAll: true });
    await deliver(hubspot().webhook(integrationId, [activityAdded(onlyTicket().id, 1)]));
    await work({ isAll: true });
    expect(['contacts', 'emails', 'notes'].map(count)).toEqual([1, 2, 1]);
    expect(await seen(id)).toEqual([first, ['visitor', null, 'Second.']]);
    expect(await notes(id)).toEqual([]);
  },
);

test('two equal messages without a response both exist once, and are not imported', async () => {
  const { id, say, answer, work, report, seen } = await connected({ timeoutMs: 400 });
  await say(id, 'Hello?');
  await work();
  hubspot().faults.push({ matches: /POST .*emails$/, response: 'hang', isApplied: true });
  await say(id, 'Hello?');
  await answer(id, 'Yes.');
  await work();
  await report();
  expect(count('emails')).toBe(3);
  expect(await seen(id)).toEqual([
    first,
    ['visitor', null, 'Hello?'],
    ['visitor', null, 'Hello?'],
    ['agent', 'Acme Support', 'Yes.'],
  ]);
});

test('the property with our id is created with the first ticket, and only then', async () => {
  hubspot().custom.clear();
  const { request, work } = await connect();
  await request();
  await request();
  await work();
  expect(count('tickets')).toBe(2);
  const made = hubspot().standIn.requests.filter(({ path }) => path.includes('/properties/'));
  expect(made).toHaveLength(1);
});

test('a contact that has the address as a further one is found by the conflict', async () => {
  const { request, work } = await connect();
  await request();
  await work();
  const [contact] = hubspot().listOf('contacts');
  hubspot().faults.push({ matches: /GET .*contacts.*idProperty=email/, response: { status: 404 } });
  await request();
  await work();
  expect(
    hubspot()
      .listOf('tickets')
      .map(({ belongsTo }) => belongsTo),
  ).toEqual([[contact?.id], [contact?.id]]);
});

test('answers whose event got lost are found, on any page of the changes', async () => {
  const { id, watch, work, seen } = await connected();
  for (const text of ['One.', 'Two.', 'Three.']) {
    hubspot().write('notes', onlyTicket().id, { hs_note_body: `Reply: ${text}` });
  }
  await watch({ isDue: true });
  await work();
  expect((await seen(id)).slice(1).map(([, , body]) => body)).toEqual(['One.', 'Two.', 'Three.']);
});

test('a note of an unknown form is named, and does not hold up the others', async () => {
  const { id, report, seen, notes } = await connected();
  const odd = hubspot().write('notes', onlyTicket().id, { hs_note_body: 7 });
  hubspot().write('notes', onlyTicket().id, { hs_note_body: 'Reply: After.' });
  await report();
  await report();
  expect((await seen(id)).at(-1)).toEqual(['agent', 'Hana Agent', 'After.']);
  const named = `- note ${odd.id} (unknown form: properties.hs_note_body)`;
  expect(await notes(id)).toEqual([`Not taken from HubSpot. Read it there:\n${named}`]);
});

test('each kind of error is reported with its own next step', async () => {
  const { id, say, work, wait, notes, dead, connect: save } = await connected();
  const fail = (response: { status: number; headers?: Record<string, string>; body?: unknown }) =>
    hubspot().faults.push({ matches: /POST .*emails$/, response });
  fail({ status: 429, headers: { 'Retry-After': '34' }, body: { policyName: 'SECONDLY' } });
  await say(id, 'One.');
  await work();
  expect(await wait()).toBeGreaterThan(30);
  for (const status of [423, 500]) fail({ status });
  fail({ status: 429, body: { policyName: 'DAILY' } });
  for (let attempt = 0; attempt < 4; attempt += 1) await work({ isAll: true });
  expect(count('emails')).toBe(2);
  fail({ status: 400, body: { message: 'It is too long', category: 'VALIDATION_ERROR' } });
  await say(id, 'Two.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(
    /HubSpot does not accept the message.*> It is too long/s,
  );
  fail({ status: 403, body: { category: 'MISSING_SCOPES' } });
  await say(id, 'Three.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/^HubSpot does not allow access/);
  await save({ credentials: { ...hubspot().credentials, access_token: 'old' } });
  await work();
  expect((await notes(id)).at(-1)).toMatch(/^HubSpot rejects our credentials/);
  await save({ credentials: { ...hubspot().credentials, pipeline_id: 'gone' } });
  await work();
  expect(count('emails')).toBe(4);
  onlyTicket().type = 'contacts';
  await say(id, 'Four.');
  await work();
  expect((await notes(id)).at(-1)).toMatch(/deleted in HubSpot/);
  expect(await dead()).not.toEqual([]);
});

test('a pipeline that does not exist is reported, and without a webhook changes are polled', async () => {
  const { client_secret: _, ...withoutWebhook } = hubspot().credentials;
  const { request, work, notes, query, connect: save } = await connect();
  const interval = async () =>
    (await query<{ every: number }>('select every_seconds as every from support.help_desks')).at(
      -1,
    );
  expect(await interval()).toEqual({ every: 3_600 });
  await save({ credentials: { ...withoutWebhook, pipeline_id: 'gone' } });
  expect(await interval()).toEqual({ every: 60 });
  const id = await request();
  await work();
  expect(await notes(id)).toEqual([expect.stringMatching(/^HubSpot does not know.*a setting/)]);
});
