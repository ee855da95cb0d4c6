import type { PassageAnswer } from '../src/contract/answer.ts';
import type { Article } from '../src/contract/article.ts';
import type { TenantConfig } from '../src/contract/config.ts';
import type { ErrorCode } from '../src/contract/envelope.ts';
import type { Incident, IntegrationStatus } from '../src/contract/integration.ts';
import type { Message } from '../src/contract/message.ts';
import type { NewsEntry } from '../src/contract/news.ts';
import type { ProactiveMessage } from '../src/contract/proactive.ts';
import type { Ticket } from '../src/contract/ticket.ts';
import { type WrittenEvent, writtenAnswerPath } from '../src/contract/writtenEvent.ts';
import { indexOf, resultOf } from './articleIndex.ts';
import { aDay } from './integrationSamples.ts';
import { events, failure, neverAnswer, success } from './standInAnswers.ts';
import { tenantConfig } from './standInConfig.ts';
import { messagesOf, received, summary } from './standInTickets.ts';

export const baseUrl = 'https://api.stories.example/v1/';

/** The data and behavior of a story's backend. */
export interface StandIn {
  config?: Partial<TenantConfig>;
  tickets?: readonly Ticket[];
  /** Messages after the first one, by the id of the request. */
  messages?: Readonly<Record<string, readonly Message[]>>;
  articles?: readonly Article[];
  /** The most viewed articles. */
  popular?: readonly Article[];
  /** Articles cannot be read, but the index of the device can. */
  articlesFail?: boolean;
  /** Entries of What's new, newest first. */
  news?: readonly NewsEntry[];
  proactive?: readonly ProactiveMessage[];
  integrations?: readonly IntegrationStatus[];
  incidents?: readonly Incident[];
  /** All requests fail with this code. */
  fails?: ErrorCode;
  /** Fields for which a sent request is rejected, with their messages. */
  rejects?: Readonly<Record<string, string>>;
  /** The passage that answers every search. */
  passage?: PassageAnswer;
  /** The events of each written answer. Default: no answer can be written. */
  written?: readonly WrittenEvent[];
  /** Never responds, so loading states stay. */
  silent?: boolean;
}

/** The rendered stories. A story can start before the previous one has ended. */
const standing: StandIn[] = [];
let network: typeof window.fetch | undefined;

/**
 * Intercepts requests and responds with the envelopes of the real API. Requests to other addresses
 * are sent. Returns a function that ends it.
 */
export function startStandIn(standIn: StandIn): () => void {
  standing.push(standIn);
  if (!network) {
    const real = window.fetch;
    network = real;
    window.fetch = (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input, location.href);
      if (!url.href.startsWith(baseUrl)) return real(input, init);
      const current = standing.at(-1);
      if (!current) return Promise.reject(new TypeError('The story has ended.'));
      return respond(current, url, init);
    };
  }
  return () => {
    standing.splice(standing.indexOf(standIn), 1);
    if (standing.length > 0 || !network) return;
    window.fetch = network;
    network = undefined;
  };
}

async function respond(standIn: StandIn, url: URL, init: RequestInit = {}): Promise<Response> {
  const path = url.pathname.replace('/v1/', '');
  const { config, tickets = [], messages = {}, articles = [], fails, rejects, silent } = standIn;
  if (silent) return neverAnswer(init.signal);
  if (fails) return failure(fails);
  if (path === 'support/config') {
    const [newest] = standIn.news ?? [];
    return success({ ...tenantConfig, ...(newest && { news_at: newest.date }), ...config });
  }
  if (path === 'support/proactive') {
    return success({ per_day: 9, messages: standIn.proactive ?? [] });
  }
  if (path === 'support/news') return success({ entries: standIn.news ?? [], next_cursor: null });
  if (path === 'support/tickets') {
    if (init.method !== 'POST') {
      return success({ tickets: tickets.map((one) => summary(one, messages)), next_cursor: null });
    }
    return rejects
      ? failure('VALIDATION_ERROR', rejects)
      : success(received(JSON.parse(String(init.body))), 201);
  }
  if (path === 'support/kb/answer') {
    const can_write = standIn.written !== undefined;
    return success({ answer: standIn.passage ?? null, locale: 'en', can_write });
  }
  if (path === writtenAnswerPath) return events(standIn.written ?? []);
  if (path === 'support/kb/search' && !url.searchParams.has('q'))
    return success({ results: (standIn.popular ?? []).map(resultOf), locale: 'en' });
  if (standIn.articlesFail && path.startsWith('support/kb/articles/'))
    return failure('SERVICE_UNAVAILABLE');
  if (path.startsWith('support/kb/')) return answerArticles(articles, path);
  if (path.startsWith('integrations')) return integrationsOf(standIn, path);
  const ticket = tickets.find(({ id }) => path.startsWith(`support/tickets/${id}`));
  if (!ticket) return failure('NOT_FOUND');
  if (path.endsWith('/read')) return success({ unread: 0 });
  if (init.method === 'POST') return failure('SERVICE_UNAVAILABLE');
  return success({
    ticket,
    messages: messagesOf(ticket, messages),
    has_earlier: false,
    rating: null,
  });
}

/** Articles are searched on the device, and the server adds no results. */
function answerArticles(articles: readonly Article[], path: string): Response {
  const article = articles.find(({ slug }) => path === `support/kb/articles/${slug}`);
  if (article) return success(article);
  if (path === 'support/kb/index') {
    return success(indexOf(articles));
  }
  // Searches fail with this code too. After other errors, the circuit breaker would skip the server
  // for a while, and the index with it.
  return failure('NOT_FOUND');
}

function integrationsOf({ integrations = [], incidents = [] }: StandIn, path: string): Response {
  const [, id] = path.split('/');
  if (id === undefined) return success({ integrations, incidents, maintenance: [] });
  const integration = integrations.find((one) => one.id === id);
  if (!integration) return failure('NOT_FOUND');
  if (path.endsWith('/test')) return success(integration);
  return success({ ...aDay(integration), integration, incidents, maintenance: [] });
}
