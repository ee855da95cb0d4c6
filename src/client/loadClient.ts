import { safeAddress } from '../contract/limits.ts';
import { loadChunk } from '../core/chunk.ts';
import type { LoadEventSender } from '../core/eventPorts.ts';
import { lazy } from '../core/lazy.ts';
import type {
  AddressOf,
  GetToken,
  LoadApi,
  LoadArticles,
  LoadOutbox,
  OpenLive,
} from '../core/ports.ts';
import { absoluteUrl } from './absoluteUrl.ts';
import type { Identity } from './identity.ts';
import type { ClientOptions } from './request.ts';

interface LoadOptions extends Omit<ClientOptions, 'identity' | 'ended'> {
  getToken?: GetToken | undefined;
  /** Identifies the current visitor and organization of the page. */
  party?: { peek(): string };
}

export interface LoadedClient {
  addressOf: AddressOf;
  api: LoadApi;
  outbox: LoadOutbox;
  live: OpenLive;
  articles: LoadArticles;
  events: LoadEventSender;
  /** Aborts pending requests. Later requests fail. Events are ended separately. */
  destroy(): void;
}

/** Loads the client as a separate chunk when data is first sent or read. */
export function loadClient({ getToken, party, ...settings }: LoadOptions): LoadedClient {
  const baseUrl = absoluteUrl(settings.baseUrl);
  const options = { ...settings, baseUrl };
  let identity: Identity | null = null;
  const life = new AbortController();
  const client = lazy(async () => {
    const [{ createClient }, host] = await loadChunk(() =>
      Promise.all([import('./client.ts'), getToken && import('./identity.ts')]),
    );
    if (host && getToken) identity = host.createIdentity(getToken, party);
    // Set explicitly, so that a property of `Object.prototype` cannot replace it.
    const timeoutMs = 30_000;
    return createClient({ ...options, identity, timeout: timeoutMs, ended: life.signal });
  });
  return {
    addressOf(address, from = '') {
      return safeAddress(address, safeAddress(from, baseUrl) ?? baseUrl);
    },
    api: async () => (await client.get()).api,
    articles: async (locale, onFresh) => (await client.get()).openArticles(locale, onFresh),
    outbox: async (events) => (await client.get()).openOutbox(events),
    async events() {
      const { createEventSender } = await loadChunk(() => import('./eventSender.ts'));
      // The client has the identity token of the host. Without an identity, events do not need the
      // client.
      if (getToken) await client.get();
      return createEventSender({ ...options, identity });
    },
    live(listener, who) {
      let stop: (() => void) | null = () => {};
      client.get().then(
        (loaded) => {
          if (stop) stop = loaded.openLive(listener, who);
        },
        () => {}, // reads and writes report it; changes are shown when the panel is opened again
      );
      return () => {
        stop?.();
        stop = null;
      };
    },
    destroy: () => life.abort(),
  };
}
