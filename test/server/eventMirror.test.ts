import { afterEach, beforeEach, expect, test } from 'vitest';
import { digest } from '../../server/base/digest.ts';
import { mirrorEvents } from '../../server/jobs/eventMirror.ts';
import { openMirror } from '../../server/start/openMirror.ts';
import { recordEvents } from '../../src/contract/event.ts';
import { call } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { eventOf, sendEvents } from './support/events.ts';
import { newLog } from './support/log.ts';
import { startPostHog } from './support/posthog.ts';
import { createTenant, newId } from './support/tenant.ts';
import { until } from './support/until.ts';

const database = openForFile();
const key = 'phc_of_the_tests';
let posthog: Awaited<ReturnType<typeof startPostHog>>;
const started: { stop(): Promise<void> }[] = [];
beforeEach(async () => {
  posthog = await startPostHog(key);
  await asSuperuser(database.kysely, 'delete from support.events');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
  await posthog.close();
});

/** Mirrors events. Returns the lines of its log. */
async function mirror(given = key) {
  const { host } = posthog;
  const { lines, logger } = newLog();
  const exported = await openMirror({ key: given, host });
  if (exported === undefined) throw new Error('There is no mirror.');
  const options = { db: database.kysely, mirror: exported, everyMs: 10, logger };
  started.push(mirrorEvents(options));
  return lines;
}

async function newPage() {
  const { publishableKey } = await createTenant(database.kysely);
  return { app: createTestApp(database), me: { key: publishableKey, visitor: newId() } };
}
const waiting = () =>
  asSuperuser(database.kysely, 'select 1 from support.events where mirror_at is not null');

test('a request is exported immediately under the page’s PostHog id, or after a minute without it', async () => {
  const { app, me } = await newPage();
  const ticket = await created(post(app, me, draft));
  const stranger = newId();
  const other = await created(post(app, { ...me, visitor: stranger }, draft));
  const same = eventOf('support_ticket_created', 0, { id: ticket.id });
  await call(app, me, recordEvents, { body: { events: [same], distinct_id: 'of-the-page' } });
  // They cannot name an event of another visitor.
  const stolen = eventOf('support_ticket_created', 0, { id: other.id });
  await call(app, me, recordEvents, { body: { events: [stolen], distinct_id: 'of-the-page' } });
  await mirror();
  await until(() => posthog.events().length > 0);
  expect(posthog.events()).toMatchObject([{ uuid: ticket.id, distinct_id: 'of-the-page' }]);
  await until(async () => (await waiting()).length === 1);
  await asSuperuser(
    database.kysely,
    'update support.events set mirror_at = now() where mirror_at is not null',
  );
  await until(() => posthog.events().length > 1);
  expect(posthog.events()[1]).toMatchObject({ uuid: other.id, distinct_id: digest(stranger) });
});

test('every event reaches PostHog with its own id, time and visitor', async () => {
  const { app, me } = await newPage();
  const known = eventOf('support_panel_open', 2, { properties: { screen: 'home' } });
  await call(app, me, recordEvents, {
    body: { events: [known], distinct_id: 'posthog-of-the-page' },
  });
  const unknown = eventOf('support_button_click', 1, { properties: { tenant_id: 't1' } });
  await sendEvents(app, me, [unknown]);
  await mirror();
  await until(async () => (await waiting()).length === 0);
  const events = posthog.events();
  expect(events).toHaveLength(2);
  const [first, second] = ['support_panel_open', 'support_button_click'].map((name) =>
    events.find(({ event }) => event === name),
  );
  expect(first).toMatchObject({
    uuid: known.id,
    distinct_id: 'posthog-of-the-page',
    properties: { screen: 'home', timestamp: known.timestamp },
  });
  expect(Date.parse(first?.timestamp ?? '')).toBe(Date.parse(known.timestamp));
  expect(first?.properties.$process_person_profile).toBeUndefined();
  expect(second).toMatchObject({
    uuid: unknown.id,
    distinct_id: digest(me.visitor),
    properties: { $process_person_profile: false, $groups: { organization: 't1' } },
  });
});

test('three processes send each event once, in batches', async () => {
  const { app, me } = await newPage();
  const many = Array.from({ length: 100 }, () => eventOf('support_search'));
  for (let n = 0; n < 3; n++) {
    await sendEvents(
      app,
      me,
      many.map((event) => ({ ...event, id: crypto.randomUUID() })),
    );
  }
  for (let n = 0; n < 3; n++) await mirror();
  await until(async () => (await waiting()).length === 0);
  expect(posthog.events()).toHaveLength(300);
  expect(posthog.state.requests).toBeLessThan(10);
});

test('events wait while PostHog is unreachable or rejects them', async () => {
  const { app, me } = await newPage();
  await sendEvents(app, me, [eventOf('support_search')]);
  posthog.state.isBroken = true;
  const lines = await mirror();
  await until(() => lines.length > 0);
  expect(lines[0]).toMatchObject({ err: { message: 'PostHog answered 503.' } });
  await until(async () => (await waiting()).length === 1);
  posthog.state.isBroken = false;
  await asSuperuser(database.kysely, 'update support.events set mirror_at = now()');
  await until(async () => (await waiting()).length === 0);
  expect(posthog.events()).toHaveLength(1);
});

test('a wrong key is reported, and no event is lost', async () => {
  const { app, me } = await newPage();
  await sendEvents(app, me, [eventOf('support_search')]);
  const lines = await mirror('phc_wrong');
  await until(() => lines.length > 0);
  expect(lines[0]).toMatchObject({ err: { message: 'PostHog answered 401.' } });
  await until(async () => (await waiting()).length === 1);
});

test('events older than a day are not sent', async () => {
  const { app, me } = await newPage();
  await sendEvents(app, me, [eventOf('support_search'), eventOf('support_menu_open')]);
  await asSuperuser(
    database.kysely,
    `update support.events set received_at = now() - interval '2 days', mirror_at = now() - interval '2 days'
     where name = 'support_search'`,
  );
  await mirror();
  await until(async () => (await waiting()).length === 1);
  expect(posthog.events().map(({ event }) => event)).toEqual(['support_menu_open']);
});
