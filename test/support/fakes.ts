import { createTracker, type SupportEvent } from '../../src/analytics/track.ts';
import type { Ticket, TicketSummary } from '../../src/contract/ticket.ts';
import type { SupportContext } from '../../src/core/context.ts';
import { defaultCategories, defaultLinks } from '../../src/core/defaults.ts';
import { createMessengerModel } from '../../src/core/messenger.model.ts';
import type { Api, LoadApi, Page, Store } from '../../src/core/ports.ts';
import { createPrefill } from '../../src/core/prefill.ts';
import { createRequestsModel } from '../../src/core/requests.model.ts';
import {
  createTenantConfigModel,
  type LocalTenantConfig,
} from '../../src/core/tenantConfig.model.ts';
import { createVisitorModel, type Visitor } from '../../src/core/visitor.model.ts';
import { createTranslator } from '../../src/i18n/translator.ts';

/** A store in memory; `values` is what a reload would find. */
export function createMemoryStore(values = new Map<string, string>()): Store & {
  values: Map<string, string>;
} {
  return {
    values,
    get: (name) => values.get(name) ?? null,
    set: (name, value) => void values.set(name, value),
    remove: (name) => void values.delete(name),
  };
}

/** A page that only notes where it was sent. */
export function createFakePage(part: Partial<Page> = {}): Page & { visited: string[] } {
  const visited: string[] = [];
  return {
    visited,
    url: () => 'https://app.example.com/campaigns',
    title: () => 'Campaigns',
    browser: () => 'Browser 1.0',
    topic: () => null,
    go: (href) => void visited.push(href),
    ...part,
  };
}

/** A backend with only the methods given; any other call fails the test. */
export function createFakeApi(methods: Partial<Api>): LoadApi {
  const unexpected = (name: string) => async () => {
    throw new Error(`The api's ${name} was not expected to be called.`);
  };
  const api: Api = {
    getConfig: unexpected('getConfig'),
    createTicket: unexpected('createTicket'),
    listTickets: unexpected('listTickets'),
    getTicket: unexpected('getTicket'),
    uploadAttachment: unexpected('uploadAttachment'),
    ...methods,
  };
  return async () => api;
}

export function ticketOf(part: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket-1',
    ticket_number: 'PM-1042',
    status: 'new',
    subject: 'Mails bounce',
    description: 'Since this morning.',
    customerEmail: 'ada@example.com',
    customerName: 'Ada',
    priority: 'medium',
    category: 'technical',
    metadata: {
      source: 'website_form',
      user_id: null,
      tenant_id: null,
      original_mailto_attempt: false,
    },
    created_at: '2026-05-04T10:00:00Z',
    updated_at: '2026-05-04T10:00:00Z',
    estimated_first_response: null,
    ...part,
  };
}

export function summaryOf(id: string): TicketSummary {
  const { ticket_number, status, subject, category, created_at, updated_at } = ticketOf();
  return { id, ticket_number, status, subject, category, excerpt: '', created_at, updated_at };
}

interface ContextParts {
  visitor?: Visitor;
  store?: Store;
  api?: LoadApi | null;
  page?: Page;
  local?: LocalTenantConfig;
}

/** The real models over fake ports; `events` is everything that was tracked. */
export function createTestContext({
  visitor: who = {},
  store = createMemoryStore(),
  api = null,
  page = createFakePage(),
  local = {},
}: ContextParts = {}): SupportContext & { events: SupportEvent[] } {
  const events: SupportEvent[] = [];
  const i18n = createTranslator();
  const visitor = createVisitorModel(who, store);
  return {
    events,
    messenger: createMessengerModel(),
    visitor,
    tenantConfig: createTenantConfigModel({
      local: () => local,
      defaults: {
        email: 'support@penguinmails.com',
        links: defaultLinks,
        categories: defaultCategories,
      },
      api,
      locale: () => i18n.locale.peek(),
    }),
    requests: createRequestsModel(api, visitor),
    i18n,
    track: createTracker([(event) => events.push(event)]).track,
    api,
    page,
    appVersion: 'app 7',
    prefill: createPrefill(),
  };
}
