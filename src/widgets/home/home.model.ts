import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { RelatedArticle } from '../../contract/article.ts';
import type { HelpLink } from '../../contract/config.ts';
import type { TicketSummary } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { helpLinks } from '../../core/helpLinks.ts';
import { type UnsentRequest, unsentOf } from '../../core/unsent.ts';

export interface HomeModel {
  /** Returns the first name, if the host has set a name. */
  firstName(): string | undefined;
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
  /** Called when the screen becomes visible. */
  show(): void;
  contact(): void;
  followLink(link: HelpLink): void;
}

export function createHomeModel(context: SupportContext): HomeModel {
  const { articles, messenger, requests, tenantConfig, track, visitor } = context;
  return {
    firstName: () => visitor.user().name?.trim().split(/\s+/)[0] || undefined,
    unsent: computed(() => (context.outbox ? unsentOf(context.outbox) : [])),
    requests: computed(() => requests.tickets.value.slice(0, 2)),
    canSearch: articles !== null,
    suggested: computed(() => articles?.suggested.value ?? []),
    suggestedTitle: computed(() =>
      articles?.isPopular.value ? 'home.popular' : 'suggestions.home',
    ),
    search: () => messenger.navigate({ id: 'search' }),
    openArticle(slug) {
      const all = articles?.suggested.peek() ?? [];
      const position = all.findIndex((one) => one.slug === slug) + 1;
      void articles?.load().then((loaded) => loaded.follow(slug, 'home', position));
    },
    links: computed(() => helpLinks(tenantConfig)),
    byMail: context.api === null,
    show() {
      tenantConfig.load();
      articles?.loadSuggested();
      requests.load();
    },
    contact: () => messenger.navigate({ id: 'ticket' }),
    followLink: ({ name, category }) =>
      track('support_link_click', { source: 'home', name, category }),
  };
}
