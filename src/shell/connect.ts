import { storageScope } from '../brand.ts';
import type { ConnectAttempt, Connector, ConnectResult } from '../core/connectPorts.ts';

const outcomes = ['granted', 'denied', 'failed'] as const;
const parameters = ['connect', 'account', 'provider', 'integration', 'attempt', 'receipt'].map(
  (one) => `penguin_${one}`,
);

/** Timeout for the waiting tab to acknowledge a result. Milliseconds. */
const acknowledgeTimeoutMs = 1_500;

/** Opens windows and tabs for the sign-in at a provider, which returns to this page. */
export function createConnector(account: string): Connector {
  const name = `${storageScope(account)}:connect`;
  return {
    open() {
      const popup = window.open('about:blank', name, 'popup,width=600,height=720');
      if (!popup) return null;
      // Pages of other sites must not control this one.
      popup.opener = null;
      return {
        go: (address) => popup.location.replace(webAddress(address)),
        isClosed: () => popup.closed,
        close: () => popup.close(),
      };
    },
    returnTo(attempt) {
      const page = new URL(location.pathname, location.href);
      page.searchParams.set('penguin_account', account);
      page.searchParams.set('penguin_attempt', attempt);
      return page.href;
    },
    leave(address, begun) {
      const { search, hash } = location;
      remember(name, { ...begun, search, hash });
      location.assign(webAddress(address));
    },
    takeReturn() {
      const query = new URLSearchParams(location.search);
      const outcome = outcomes.find((one) => one === query.get('penguin_connect'));
      // Another widget on the page may have started it.
      const isOurs = (query.get('penguin_account') ?? account) === account;
      if (outcome === undefined || !isOurs) return null;
      const result = {
        attempt: query.get('penguin_attempt') ?? '',
        outcome,
        provider: query.get('penguin_provider') ?? '',
        integration: query.get('penguin_integration'),
        receipt: query.get('penguin_receipt') ?? '',
      };
      const left = remembered(name);
      const hasBegun = left !== null && left.attempt === result.attempt;
      for (const one of parameters) query.delete(one);
      const search = hasBegun ? left.search : query.size > 0 ? `?${query}` : '';
      const hash = hasBegun ? left.hash : location.hash;
      history.replaceState(history.state, '', location.pathname + search + hash);
      return { result, proof: hasBegun ? left.proof : null };
    },
    deliver: (result) =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel(name);
        const end = (isHeard: boolean) => {
          clearTimeout(timer);
          channel.close();
          resolve(isHeard);
          if (isHeard) window.close();
        };
        const timer = setTimeout(() => end(false), acknowledgeTimeoutMs);
        channel.onmessage = ({ data }) => {
          if (data?.heard === result.attempt) end(true);
        };
        channel.postMessage(result);
      }),
    listen(listener) {
      const channel = new BroadcastChannel(name);
      channel.onmessage = ({ data }) => {
        if (isConnectResult(data) && listener(data)) channel.postMessage({ heard: data.attempt });
        else return;
        // If the channel closed immediately, the message would be lost.
        setTimeout(() => channel.close(), 0);
      };
      return () => {
        channel.onmessage = null;
        setTimeout(() => channel.close(), 0);
      };
    },
  };
}

/** @throws TypeError */
function webAddress(address: string): string {
  const url = new URL(address);
  if (url.protocol === 'https:' || url.protocol === 'http:') return url.href;
  throw new TypeError('The authorization URL must be http or https.');
}

function isConnectResult(data: unknown): data is ConnectResult {
  return typeof data === 'object' && data !== null && 'attempt' in data && 'outcome' in data;
}

/** The state that a tab stores for its return, including the query and fragment of the page. */
interface Left extends ConnectAttempt {
  search: string;
  hash: string;
}

function remember(name: string, left: Left): void {
  try {
    sessionStorage.setItem(name, JSON.stringify(left));
  } catch {
    // Storage is blocked or full. Then the result counts as one that was started elsewhere.
  }
}

function remembered(name: string): Left | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    sessionStorage.removeItem(name);
    const text = (key: string) => String(Reflect.get(Object(stored), key) ?? '');
    return stored === null
      ? null
      : {
          attempt: text('attempt'),
          proof: text('proof'),
          search: text('search'),
          hash: text('hash'),
        };
  } catch {
    return null;
  }
}
