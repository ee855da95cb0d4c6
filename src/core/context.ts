import type { Signal } from '@preact/signals-core';
import type { Track } from '../analytics/track.ts';
import type { I18n } from '../i18n/translator.ts';
import type { Articles } from './articles.ts';
import type { Integrations } from './integrations.ts';
import type { Live } from './live.ts';
import type { MessengerModel } from './messenger.model.ts';
import type { OutboxModel } from './outbox.model.ts';
import type { AddressOf, LoadApi, Page } from './ports.ts';
import type { RequestsModel } from './requests.model.ts';
import type { TenantConfigModel } from './tenantConfig.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** The shared models and ports of every widget. Assembled in `createSupport`. */
export interface SupportContext {
  messenger: MessengerModel;
  visitor: VisitorModel;
  tenantConfig: TenantConfigModel;
  requests: RequestsModel;
  i18n: I18n;
  track: Track;
  /** Null without a backend: then requests go by mail. */
  api: LoadApi | null;
  /** All writes go through it; null without a backend. */
  outbox: OutboxModel | null;
  addressOf: AddressOf;
  /** The knowledge base; null without a backend. */
  articles: Articles | null;
  integrations: Integrations;
  /** Receives changes on the backend. */
  live: Live;
  page: Page;
  /** Version of the host's application, for the team. */
  appVersion: string;
  /** Title of the article that was read last in this visit, empty for none; it goes along with a request. */
  lastRead: Signal<string>;
  /** The page's own values, from `setContext`; they go along with a request. */
  ownContext: Signal<Readonly<Record<string, string>>>;
  /** Input of `newTicket` and `prefill` for the form, which takes it out. */
  prefill: Prefill;
}

/** A request as the host may begin it. */
export interface TicketPrefill {
  subject?: string;
  description?: string;
  category?: string;
  priority?: 'low' | 'medium' | 'high' | 'critical';
  name?: string;
  email?: string;
}

export interface Prefill {
  /** Grows with every `put`. */
  version: { readonly value: number };
  put(draft: TicketPrefill): void;
  take(): TicketPrefill | null;
}
