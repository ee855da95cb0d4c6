import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { RelatedArticle } from '../../contract/article.ts';
import type { HelpLink } from '../../contract/config.ts';
import type { TicketSummary } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { helpLinks } from '../../core/helpLinks.ts';
import type { ResourceState } from '../../core/resource.ts';
import { type UnsentRequest, unsentOf } from '../../core/unsent.ts';
import { type Arrivals, followArrivals } from './arrivals.ts';

/** The parts that load, in the order of the screen. The last two are in the footer. */
const homeParts = ['suggested', 'requests', 'news', 'links', 'team', 'status'] as const;
export type HomePart = (typeof homeParts)[number];

export interface HomeModel {
  /** Returns the first name, if the host has set a name. */
  firstName(): string | undefined;
  /** The parts that are shown; null while the screen waits for them. */
  parts: ReadonlySignal<Arrivals<HomePart> | null>;
  /** Requests that the backend has not received yet. */
  unsent: ReadonlySignal<readonly UnsentRequest[]>;
  /** The two newest requests. */
  requests: ReadonlySignal<readonly TicketSummary[]>;
  /** False without a knowledge base. */
  canSearch: boolean;
  suggested: ReadonlySignal<readonly RelatedArticle[]>;
  /** Key of the heading above the suggestions. */
  suggestedTitle: ReadonlySignal<'home.popular' | 'suggestions.home'>;
  search(): void;
  openArticle(slug: string): void;
  links: ReadonlySignal<readonly HelpLink[]>;
  /** There is no backend, so requests are sent by mail. */
  byMail: boolean;
  /** Called when the screen becomes visible. Returns a function that ends it. */
  show(): () => void;
  contact(): void;
  followLink(link: HelpLink): void;
}

const isPending = (state: ResourceState<unknown>) =>
  state.at === 'idle' || (state.at === 'loading' && !state.value);

/** `canDraw`: whether the code of a part is loaded. Reads signals. */
export function createHomeModel(
  context: SupportContext,
  canDraw: (part: HomePart) => boolean,
): HomeModel {
  const { api, articles, integrations, messenger, outbox, requests, tenantConfig, track, visitor } =
    context;
  const { isConnected, model: status } = integrations;
  const parts = signal<Arrivals<HomePart> | null>(null);
  /** A list that was being loaded when the screen was opened may lack the newest request. */
  const isListOld = signal(false);
  const unsent = computed(() => (outbox ? unsentOf(outbox) : []));
  const newest = computed(() => requests.tickets.value.slice(0, 2));
  const suggested = computed(() => articles?.suggested.value ?? []);
  const links = computed(() => helpLinks(tenantConfig));
  const isConfigPending = () => api && isPending(tenantConfig.state.value);

  const available = computed(() => {
    const { news_at, team } = tenantConfig.remote.value ?? {};
    const isThere: Record<HomePart, unknown> = {
      suggested: suggested.value.length,
      requests: newest.value.length + unsent.value.length,
      news: news_at,
      links: !isConfigPending() && links.value.length,
      team,
      status: isConnected.value && status.value?.summary.value.worst,
    };
    return homeParts.filter((part) => isThere[part] && canDraw(part));
  });
  const isComplete = computed(() => {
    const list = requests.first.state.value;
    return Boolean(
      canDraw('requests') &&
        !isConfigPending() &&
        !isPending(list) &&
        !(isListOld.value && list.at === 'loading') &&
        !outbox?.isReading() &&
        (!articles || articles.suggested.value) &&
        (!isConnected.value || status.value?.readAt.value),
    );
  });

  return {
    firstName: () => visitor.user().name?.trim().split(/\s+/)[0] || undefined,
    parts,
    unsent,
    requests: newest,
    canSearch: articles !== null,
    suggested,
    suggestedTitle: computed(() =>
      articles?.isPopular.value ? 'home.popular' : 'suggestions.home',
    ),
    search: () => messenger.navigate({ id: 'search' }),
    openArticle(slug) {
      const position = suggested.peek().findIndex((one) => one.slug === slug) + 1;
      void articles?.load().then((loaded) => loaded.follow(slug, 'home', position));
    },
    links,
    byMail: api === null,
    show() {
      isListOld.value = requests.first.state.peek().at === 'loading';
      tenantConfig.load();
      articles?.loadSuggested();
      requests.load();
      const stopStatus = effect(() => {
        if (!integrations.isConnected.value) return;
        integrations.load().catch(() => {}); // the screen works without it
        const model = integrations.model.value;
        return untracked(() => model?.watch());
      });
      const stopParts = followArrivals(
        { isOpen: messenger.isOpen, available, isComplete },
        (shown) => {
          parts.value = shown;
        },
      );
      return () => {
        stopStatus();
        stopParts();
      };
    },
    contact: () => messenger.navigate({ id: 'ticket' }),
    followLink: ({ name, category }) =>
      track('support_link_click', { source: 'home', name, category }),
  };
}
