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

/** The models and ports that all widgets share. `createSupport` assembles them. */
export interface SupportContext {
  messenger: MessengerModel;
  visitor: VisitorModel;
  tenantConfig: TenantConfigModel;
  requests: RequestsModel;
  i18n: I18n;
  track: Track;
  /** Null without a backend. Then requests are sent by mail. */
  api: LoadApi | null;
  /** All writes use it. Null without a backend. */
  outbox: OutboxModel | null;
  addressOf: AddressOf;
  /** The knowledge base. Null without a backend. */
  articles: Articles | null;
  integrations: Integrations;
  /** Receives changes from the backend. */
  live: Live;
  page: Page;
  /** Version of the host's application, for the team. */
  appVersion: string;
  /**
   * Title of the last article that was read in this visit; empty without one. It is attached
   * to a request.
   */
  lastRead: Signal<string>;
  /** The page's own values from `setContext`. They are attached to a request. */
  ownContext: Signal<Readonly<Record<string, string>>>;
  /** Values of `newTicket` and `prefill`, which the form takes over. */
  prefill: Prefill;
}

/** Fields of a request that the host can fill in. */
export interface TicketPrefill {
  subject?: string;
  description?: string;
  category?: string;
  priority?: 'low' | 'medium' | 'high' | 'critical';
  name?: string;
  email?: string;
}

export interface Prefill {
  /** Increases with every `put`. */
  version: { readonly value: number };
  put(draft: TicketPrefill): void;
  take(): TicketPrefill | null;
}
