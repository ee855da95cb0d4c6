import { signal } from '@preact/signals-core';
import { onTestFinished } from 'vitest';
import { createTracker, type SupportEvent } from '../../src/analytics/track.ts';
import type { EntryStore } from '../../src/client/outboxStore.ts';
import { endpoints } from '../../src/contract/endpoints.ts';
import { lateNames } from '../../src/contract/lateNames.ts';
import { safeAddress } from '../../src/contract/limits.ts';
import { createArticlesModel } from '../../src/core/articles.model.ts';
import { createArticles } from '../../src/core/articles.ts';
import type { Connector } from '../../src/core/connectPorts.ts';
import type { SupportContext } from '../../src/core/context.ts';
import { defaultCategories } from '../../src/core/defaults.ts';
import type { PageRule } from '../../src/core/fitsPath.ts';
import { createIntegrationsModel } from '../../src/core/integrations.model.ts';
import { createIntegrations } from '../../src/core/integrations.ts';
import { createLive } from '../../src/core/live.ts';
import { createMessengerModel } from '../../src/core/messenger.model.ts';
import type { Api, LoadApi, LoadArticles, OpenLive, Page, Store } from '../../src/core/ports.ts';
import { createPrefill } from '../../src/core/prefill.ts';
import { createRequestsModel } from '../../src/core/requests.model.ts';
import {
  createTenantConfigModel,
  type LocalTenantConfig,
} from '../../src/core/tenantConfig.model.ts';
import { createVisitorModel, type Visitor } from '../../src/core/visitor.model.ts';
import '../../src/i18n/locales/en.ts';
import { createTranslator } from '../../src/i18n/translator.ts';
import { createFakeConnector } from './fakeConnector.ts';
import { createMemoryEntries, createTestOutbox } from './fakeOutbox.ts';

/** A store in memory. `values`: what a reload would find. */
export function createMemoryStore(values = new Map<string, string>()) {
  return {
    values,
    get: (name: string) => values.get(name) ?? null,
    set: (name: string, value: string) => void values.set(name, value),
    remove: (name: string) => void values.delete(name),
    wipe(prefix: string) {
      for (const name of values.keys()) if (name.startsWith(prefix)) values.delete(name);
    },
  };
}

/** A page that only records where it was sent. */
export function createFakePage(part: Partial<Page> = {}): Page & { visited: string[] } {
  const visited: string[] = [];
  return {
    visited,
    url: () => 'https://app.example.com/campaigns',
    title: () => 'Campaigns',
    browser: () => 'Browser 1.0',
    topic: () => null,
    isVisible: () => true,
    onVisibility: () => () => {},
    go: (href) => void visited.push(href),
    canShareScreen: () => true,
    capture: async () => document.createElement('canvas'),
    ...part,
  };
}

/** A backend with only the given methods. Any other call fails the test. */
export function createFakeApi(methods: Partial<Api>): LoadApi {
  const unexpected = (name: string) => async () => {
    throw new Error(`The api's ${name} was not expected to be called.`);
  };
  const names = [...Object.keys(endpoints), ...lateNames];
  // As in the client, every name has a call.
  const api: Api = Object.fromEntries([
    ...names.map((name) => [name, unexpected(name)]),
    ...Object.entries(methods),
  ]);
  return async () => api;
}

interface ContextParts {
  visitor?: Visitor;
  store?: Store;
  api?: LoadApi | null;
  page?: Page;
  local?: LocalTenantConfig;
  entries?: EntryStore;
  live?: OpenLive | null;
  /** Articles on the device. Default: only the server searches. */
  loadArticles?: LoadArticles;
  rules?: readonly PageRule[];
  isSuggesting?: () => boolean;
  connector?: Connector;
}

/** The real models over fake ports, until the test ends. `events`: everything that was tracked. */
export function createTestContext({
  visitor: who = {},
  store = createMemoryStore(),
  api = null,
  page = createFakePage(),
  local = {},
  entries = createMemoryEntries(),
  live = null,
  loadArticles,
  rules = [],
  isSuggesting = () => true,
  connector = createFakeConnector(),
}: ContextParts = {}): SupportContext & { events: SupportEvent[] } {
  const events: SupportEvent[] = [];
  const { track } = createTracker([(event) => events.push(event)]);
  const i18n = createTranslator();
  const visitor = createVisitorModel(who, store);
  const messenger = createMessengerModel();
  const requests = createRequestsModel(api, visitor);
  const listening = createLive(live, requests, visitor);
  const parts = { api, page, live: listening, connector, messenger, track, visitor };
  const integrations = createIntegrations(async () => createIntegrationsModel(parts), api !== null);
  const context = {
    events,
    messenger,
    visitor,
    tenantConfig: createTenantConfigModel({
      local: () => local,
      defaults: {
        email: 'support@penguinmails.com',
        categories: defaultCategories,
      },
      api,
      locale: () => i18n.locale.peek(),
    }),
    requests,
    live: listening,
    i18n,
    track,
    api,
    integrations,
    articles:
      api &&
      createArticles({
        visitor,
        loadModel: async (slugs) =>
          createArticlesModel({
            api,
            loadArticles: loadArticles ?? (() => Promise.resolve(null)),
            visitor,
            messenger,
            page,
            i18n,
            track,
            rules: () => rules,
            slugs,
            isSuggesting,
          }),
      }),
    addressOf: (path: string) => safeAddress(path, 'https://api.example.com/v1/'),
    outbox: api && createTestOutbox(api, visitor, track, createMemoryStore(), entries),
    page,
    appVersion: 'app 7',
    prefill: createPrefill(),
    lastRead: signal(''),
    ownContext: signal<Readonly<Record<string, string>>>({}),
  };
  onTestFinished(() => {
    context.integrations.destroy();
    context.live.destroy();
    context.outbox?.destroy();
    context.articles?.destroy();
    context.requests.clear();
    context.tenantConfig.dispose();
  });
  return context;
}
