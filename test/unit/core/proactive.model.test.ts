import { expect, it } from 'vitest';
import { createTracker, type SupportEvent } from '../../../src/analytics/track.ts';
import type { IntegrationStatus } from '../../../src/contract/integration.ts';
import type { ProactiveMessage } from '../../../src/contract/proactive.ts';
import { createProactiveModel } from '../../../src/core/proactive.model.ts';
import { createMemoryStore } from '../../support/fakes.ts';
import { integrationOf } from '../../support/samples.ts';

const dayMs = 24 * 3_600_000;
const message = (id: string, part: Partial<ProactiveMessage>): ProactiveMessage => ({
  ...{ id, title: id, locale: 'en', ...part },
});

/** One page of a visitor, whose clock moves by ticks. */
function open(
  messages: readonly ProactiveMessage[],
  { perDay = 9, store = createMemoryStore(), startedAt = 1_800_000_000_000 } = {},
) {
  const page = { path: '/campaigns', isFree: true, now: startedAt };
  const integrations: (IntegrationStatus & { isBroken: boolean })[] = [];
  const events: SupportEvent[] = [];
  const { track } = createTracker([(event) => events.push(event)]);
  const model = createProactiveModel({
    perDay,
    path: () => page.path,
    isFree: () => page.isFree,
    find: ({ provider }) =>
      integrations.find((one) => one.isBroken && (provider ?? one.provider) === one.provider),
    store,
    track,
    now: () => page.now,
  });
  model.setMessages(messages);
  return {
    ...{ model, page, store, integrations },
    tick(seconds = 1) {
      for (let second = 0; second < seconds; second += 1) {
        page.now += 1_000;
        model.tick();
      }
    },
    title: () => model.shown.value?.title,
    names: () => events.map(({ name, properties }) => `${name} ${Reflect.get(properties, 'rule')}`),
  };
}

it('a message appears on its page after its time, and not on another page', () => {
  const { tick, title, page, names } = open([
    message('a', { page: '/campaigns*', seconds: 5 }),
    message('b', { page: '/inbox' }),
  ]);
  tick(4);
  expect(title()).toBeUndefined();
  tick();
  expect(title()).toBe('a');
  page.path = '/inbox';
  tick();
  expect(title()).toBeUndefined();
  tick();
  expect(title()).toBe('b');
  expect(names()).toEqual(['support_message_shown a', 'support_message_shown b']);
});

it('the time on a page starts again with each page', () => {
  const { tick, title, page } = open([message('a', { seconds: 5 })]);
  tick(4);
  page.path = '/inbox';
  tick(5);
  expect(title()).toBeUndefined();
  tick();
  expect(title()).toBe('a');
});

it('a message can wait for an event', () => {
  const { tick, title, model } = open([message('a', { event: 'support_search' })]);
  model.note('support_panel_open');
  tick();
  expect(title()).toBeUndefined();
  model.note('support_search');
  tick();
  expect(title()).toBe('a');
});

it('a message about an integration has its name, and disappears when it works again', () => {
  const integration = { provider: 'hubspot', state: 'action_needed' } as const;
  const needed = message('a', { integration, title: '{integration} needs you' });
  const { tick, title, integrations } = open([needed]);
  const hubspot = {
    ...integrationOf('hubspot', { name: 'HubSpot', provider: 'hubspot' }),
    isBroken: false,
  };
  integrations.push(hubspot);
  tick();
  expect(title()).toBeUndefined();
  hubspot.isBroken = true;
  tick();
  expect(title()).toBe('HubSpot needs you');
  hubspot.isBroken = false;
  tick();
  expect(title()).toBeUndefined();
});

it('it waits while the visitor does something, and one message appears at a time', () => {
  const rules = ['a', 'b'].map((id) => message(id, { page: '*' }));
  const { tick, title, page, model, names } = open(rules);
  page.isFree = false;
  tick(100);
  expect(title()).toBeUndefined();
  page.isFree = true;
  tick(100);
  expect(title()).toBe('a');
  model.dismiss();
  tick();
  expect(title()).toBe('b');
  expect(model.open()?.message.id).toBe('b');
  expect(title()).toBeUndefined();
  expect(names()).toEqual([
    'support_message_shown a',
    'support_message_dismissed a',
    'support_message_shown b',
    'support_message_opened b',
  ]);
});

it('a visible message is hidden while the visitor does something else', () => {
  const { tick, title, page, model, names } = open([message('a', { page: '*' })]);
  tick();
  page.isFree = false;
  model.check();
  expect(title()).toBeUndefined();
  tick(10);
  page.isFree = true;
  tick();
  expect(title()).toBe('a');
  expect(names()).toEqual(['support_message_shown a']);
});

it('a message is shown once, or again after its days, on this device', () => {
  const store = createMemoryStore();
  const startedAt = 1_800_000_000_000;
  const rules = [message('once', { page: '*' }), message('weekly', { page: '*', every_days: 7 })];
  const shownAt = (at: number): (string | undefined)[] => {
    const visit = open(rules, { store, startedAt: at });
    const titles = [];
    for (let count = 0; count < 3; count += 1) {
      visit.tick();
      titles.push(visit.title());
      visit.model.dismiss();
    }
    return titles.filter((title) => title !== undefined);
  };
  expect([...store.values.keys()]).toEqual([]); // nothing is stored before a message is shown
  expect(shownAt(startedAt)).toEqual(['once', 'weekly']);
  expect(shownAt(startedAt + 6 * dayMs)).toEqual([]);
  expect(shownAt(startedAt + 8 * dayMs)).toEqual(['weekly']);
  store.wipe('');
  expect(shownAt(startedAt + 8 * dayMs)).toEqual(['once', 'weekly']);
});

it('a visitor sees no more messages within 24 hours than the account allows', () => {
  const store = createMemoryStore();
  const rules = ['a', 'b', 'c'].map((id) => message(id, { page: '*' }));
  const first = open(rules, { perDay: 2, store });
  first.tick();
  first.model.dismiss();
  first.tick();
  expect(first.title()).toBe('b');
  first.model.dismiss();
  first.tick(60);
  expect(first.title()).toBeUndefined();
  const next = open(rules, { perDay: 2, store, startedAt: 1_800_000_000_000 + dayMs + 5_000 });
  next.tick();
  expect(next.title()).toBe('c');
});

it('values that another version has stored are ignored', () => {
  const store = createMemoryStore(new Map([['proactive', '{"a":"x"']]));
  const { tick, title } = open([message('a', { page: '*' })], { store });
  tick();
  expect(title()).toBe('a');
});

it('in another language the visible message has other words, and is still the same', () => {
  const { tick, title, model, names } = open([message('a', { page: '*' })]);
  tick();
  model.setMessages([message('a', { page: '*', title: 'eins' })]);
  expect(title()).toBe('eins');
  tick(5);
  expect(names()).toEqual(['support_message_shown a']);
});

it('another visitor sees what the previous one has seen', () => {
  const { tick, title, model, store } = open([message('a', { page: '*' })]);
  tick();
  store.wipe('');
  model.forget();
  tick();
  expect(title()).toBe('a');
});
