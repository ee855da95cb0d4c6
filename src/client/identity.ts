import type { GetToken } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';

/**
 * The identity of the visitor by the host: a signed JWT, fetched when needed and cached until
 * shortly before it expires.
 */
export interface Identity {
  /**
   * Resolves to null if the host does not identify the visitor. Rejects with a `NetworkError` if
   * the host's callback fails.
   */
  token(): Promise<string | null>;
  /** Drops the cached token, because the backend rejected it. */
  forget(): void;
  /** Identifies the current visitor and organization, for caches of what only they can read. */
  party(): string;
}

/** A new token is fetched this long before the old one expires. Milliseconds. */
const refreshAheadMs = 60_000;
/** Assumed lifetime of a token without an expiry. Milliseconds. */
const defaultTokenLifeMs = 5 * 60_000;

/**
 * `party`: identifies the current visitor and organization of the page. A token is only valid for
 * this combination.
 */
export function createIdentity(
  getToken: GetToken,
  party: { peek(): string } = { peek: () => '' },
  now: () => number = Date.now,
): Identity {
  interface Fetched {
    token: Promise<string | null>;
    until: number;
    party: string;
  }
  let cached: Fetched | undefined;

  async function fetchToken(fetched: Fetched): Promise<string | null> {
    try {
      const token = (await getToken()) ?? null;
      // Counted from its arrival, because the visitor's clock may be wrong.
      if (token) fetched.until = now() + lifeOf(token) - refreshAheadMs;
      return token;
    } catch (cause) {
      fetched.until = 0;
      throw new NetworkError('The page could not fetch the visitor’s identity.', {
        code: 'IDENTITY_UNAVAILABLE',
        cause,
      });
    }
  }

  return {
    token() {
      if (!cached || cached.until <= now() || cached.party !== party.peek()) {
        const fetched: Fetched = {
          token: Promise.resolve(null),
          until: now() + refreshAheadMs,
          party: party.peek(),
        };
        cached = fetched;
        fetched.token = fetchToken(fetched);
      }
      return cached.token;
    },
    forget() {
      cached = undefined;
    },
    party: () => party.peek(),
  };
}

/** Returns `exp` minus `iat` in milliseconds. The backend verifies the signature. */
function lifeOf(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp, iat } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const life = (Number(exp) - Number(iat)) * 1000;
    return life > 0 ? life : defaultTokenLifeMs;
  } catch {
    return defaultTokenLifeMs;
  }
}
