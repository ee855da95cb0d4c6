import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TenantConfig } from '../../../../src/contract/config.ts';
import { maxWaitMs } from '../../../../src/widgets/home/arrivals.ts';
import { createHomeModel } from '../../../../src/widgets/home/home.model.ts';
import { createDeferred } from '../../../support/deferred.ts';
import { createFakeApi, createTestContext } from '../../../support/fakes.ts';
import { integrationOf, resultOf, summaryOf } from '../../../support/samples.ts';

const settings: TenantConfig = {
  ...{ name: 'Acme', email: 'help@acme.example', categories: [], fields: [] },
  links: [{ name: 'Guide', url: 'https://acme.example/', category: 'learning', icon: '' }],
  attachments: { max_files: 2, max_bytes: 1_000, types: [] },
  news_at: '2026-05-04T10:00:00Z',
  team: { answers_in: 3_600 },
};
const answers = {
  getConfig: settings,
  searchArticles: { results: [resultOf('spf')], locale: 'en' },
  listTickets: { tickets: [summaryOf('b'), summaryOf('a')], next_cursor: null },
  listIntegrations: { integrations: [integrationOf('hubspot')], incidents: [], maintenance: [] },
};
type Answer = keyof typeof answers;
const names = ['getConfig', 'searchArticles', 'listTickets', 'listIntegrations'] as const;

/** Opens the first screen of a known visitor. `late`: answers that the test gives. */
function open(...late: readonly Answer[]) {
  const asked: Answer[] = [];
  const held = new Map(late.map((name) => [name, createDeferred<void>()]));
  async function answer<Name extends Answer>(name: Name): Promise<(typeof answers)[Name]> {
    asked.push(name);
    await held.get(name)?.promise;
    return answers[name];
  }
  const context = createTestContext({
    api: createFakeApi({
      getConfig: () => answer('getConfig'),
      searchArticles: () => answer('searchArticles'),
      listTickets: () => answer('listTickets'),
      listIntegrations: () => answer('listIntegrations'),
    }),
  });
  context.visitor.authorId();
  const model = createHomeModel(context, () => true);
  context.messenger.open();
  let leave = model.show();
  return {
    ...{ context, model, asked },
    give: (name: Answer) => held.get(name)?.resolve(),
    leaveAndReturn() {
      leave();
      leave = model.show();
    },
    leave: () => leave(),
  };
}

const all = ['suggested', 'requests', 'news', 'links', 'team', 'status'];
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each(names)('shows all parts in one step, when %s has answered', async (name) => {
  const { model, give, leave } = open(name);
  await settle();
  expect(model.parts.value).toBeNull();
  give(name);
  await settle();
  expect(model.parts.value).toEqual({ first: all, late: [] });
  leave();
});

it('waits no longer than a second, and shows what arrives later below', async () => {
  const { model, asked, give, leaveAndReturn, leave } = open('searchArticles', 'listTickets');
  await vi.advanceTimersByTimeAsync(maxWaitMs);
  const first = ['news', 'links', 'team', 'status'];
  expect(model.parts.value).toEqual({ first, late: [] });
  give('listTickets');
  await settle();
  give('searchArticles');
  await settle();
  expect(model.parts.value).toEqual({ first, late: ['requests', 'suggested'] });
  leaveAndReturn();
  expect(model.parts.value).toEqual({ first: all, late: [] });
  expect(asked.filter((name) => name === 'searchArticles')).toHaveLength(1);
  leave();
});

it('shows everything at once when the panel opens again', async () => {
  const { context, model, leave } = open();
  await settle();
  context.messenger.close();
  expect(model.parts.value).toBeNull();
  context.messenger.open();
  expect(model.parts.value).toEqual({ first: all, late: [] });
  leave();
});

it('shows no default links before the backend could send its own', async () => {
  const { model, give, leave } = open('getConfig');
  await vi.advanceTimersByTimeAsync(maxWaitMs);
  expect(model.parts.value).toEqual({ first: ['suggested', 'requests', 'status'], late: [] });
  give('getConfig');
  await settle();
  expect(model.parts.value?.late).toEqual(['news', 'links', 'team']);
  leave();
});

it('waits for a list of requests that is being loaded again, because one was just sent', async () => {
  const { context, model, leaveAndReturn, leave } = open();
  await settle();
  context.requests.load();
  leaveAndReturn();
  expect(model.parts.value).toBeNull();
  await settle();
  expect(model.parts.value).toEqual({ first: all, late: [] });
  leave();
});

it('does not wait without a backend', async () => {
  const context = createTestContext();
  const model = createHomeModel(context, () => true);
  context.messenger.open();
  const leave = model.show();
  await settle();
  expect(model.parts.value).toEqual({ first: ['links'], late: [] });
  leave();
});
