import { type ReadonlySignal, signal } from '@preact/signals-core';
import { createExporter } from '../analytics/exporter.ts';
import { createTracker } from '../analytics/track.ts';
import { supportEmail, version } from '../brand.ts';
import { loadClient } from '../client/loadClient.ts';
import { createStore } from '../client/store.ts';
import { baseUrlOf, type SupportConfig } from '../config.ts';
import { createArticles } from '../core/articles.ts';
import { loadChunk } from '../core/chunk.ts';
import { createClaims } from '../core/claims.ts';
import type { SupportContext } from '../core/context.ts';
import { defaultCategories } from '../core/defaults.ts';
import type { Features } from '../core/features.ts';
import { createIntegrations } from '../core/integrations.ts';
import { createLive } from '../core/live.ts';
import { createMessengerModel } from '../core/messenger.model.ts';
import { createOutboxModel } from '../core/outbox.model.ts';
import type { OutboxEntry } from '../core/outboxEntry.ts';
import { createPrefill } from '../core/prefill.ts';
import { createRequestsModel } from '../core/requests.model.ts';
import { createTenantConfigModel } from '../core/tenantConfig.model.ts';
import { createVisitorModel } from '../core/visitor.model.ts';
import { createTranslator } from '../i18n/translator.ts';
import { page } from '../shell/page.ts';

type TrackSent = typeof import('../analytics/trackSent.ts').trackSent;

/** Creates the models of one instance with their ports. `settings` can change, `hostConfig` does not. */
export function createContext(
  hostConfig: Readonly<SupportConfig>,
  settings: ReadonlySignal<Readonly<SupportConfig>>,
  features: Features,
) {
  const { apiKey, posthog } = hostConfig;
  const i18n = createTranslator(() => settings.value.messages ?? {});
  const account = apiKey ?? hostConfig.email ?? supportEmail;
  const device = createStore(account);
  const visitor = createVisitorModel(
    { user: hostConfig.user ?? null, tenant: hostConfig.tenant ?? null },
    device,
  );
  const messenger = createMessengerModel();
  const client = apiKey
    ? loadClient({
        apiKey,
        baseUrl: baseUrlOf(hostConfig),
        visitorId: visitor.id,
        getToken: hostConfig.identity?.getToken,
        party: visitor.party,
      })
    : null;
  const api = client?.api ?? null;
  const tenantConfig = createTenantConfigModel({
    local: () => settings.value,
    defaults: { email: supportEmail, categories: defaultCategories },
    api,
    locale: () => i18n.language.peek(),
  });
  const exporter = createExporter({
    isWanted: () => Boolean(client || posthog || (posthog !== false && 'posthog' in globalThis)),
    epoch: () => visitor.epoch.peek(),
    load: async () => {
      const [{ createDelivery }, sender = null] = await loadChunk(() =>
        Promise.all([import('../analytics/delivery.ts'), client?.events()]),
      );
      return createDelivery({ settings, posthog, sender, visitor, page });
    },
  });
  const tracker = createTracker([...(hostConfig.analytics ?? []), exporter.sink]);
  const { track } = tracker;
  const prefill = createPrefill();
  const requests = createRequestsModel(api, visitor, Boolean(hostConfig.identity));
  let trackSent: TrackSent | undefined;
  const outbox =
    client &&
    createOutboxModel({
      async open(events) {
        // The outbox waits for the code that tracks sent requests.
        ({ trackSent } = await loadChunk(() => import('../analytics/trackSent.ts')));
        return client.outbox(events);
      },
      visitor,
      device,
      tenantConfig,
      onSent,
    });
  const claims = createClaims(api, visitor, requests, outbox);
  const live = createLive(client?.live ?? null, requests, visitor);
  const integrations = createIntegrations(
    async () => {
      const [{ createIntegrationsModel }, { createConnector }] = await loadChunk(() =>
        Promise.all([
          import('../core/integrations.model.ts'),
          import('../shell/connect.ts'),
          import('../i18n/locales/en/status.ts'),
        ]),
      );
      const connector = createConnector(account);
      const sources = { api, page, live, connector, messenger, track, visitor };
      return createIntegrationsModel(sources);
    },
    api !== null,
    () => features.isShown('integrationStatus'),
  );
  const rules = () => settings.value.suggestions ?? [];
  const articles =
    client &&
    createArticles({
      visitor,
      async loadModel(slugs) {
        const { createArticlesModel } = await loadChunk(() => import('../core/articles.model.ts'));
        return createArticlesModel({
          api: client.api,
          loadArticles: client.articles,
          visitor,
          messenger,
          page,
          i18n,
          track,
          rules,
          slugs,
          isSuggesting: () => features.isShown('kbSuggestions'),
        });
      },
    });
  const context: SupportContext = {
    messenger,
    visitor,
    tenantConfig,
    requests,
    i18n,
    track,
    api,
    outbox,
    articles,
    integrations,
    addressOf: client?.addressOf ?? (() => undefined),
    live,
    page,
    appVersion: hostConfig.appVersion ?? `widget ${version}`,
    prefill,
    lastRead: signal(''),
    ownContext: signal({}),
  };

  function onSent(entry: OutboxEntry): void {
    trackSent?.(entry, track);
    if (entry.write.endpoint === 'createTicket') articles?.sent();
    claims.claimFrom(entry.visitorId);
    requests.load();
  }

  return {
    context,
    tracker,
    exporter: exporter,
    claims,
    endRequests: client?.destroy ?? (() => {}),
  };
}
