import type { GetToken } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';

/** The host's word on who the visitor is: a signed JWT, fetched when needed and kept until shortly before its end. */
export interface Identity {
  /** Null where the host does not vouch for anyone. Rejects with a `NetworkError` when the host's callback fails. */
  token(): Promise<string | null>;
  /** The backend rejected the cached token. */
  forget(): void;
}

/** A new token is fetched this long before the old one expires. Milliseconds. */
const refreshAheadMs = 60_000;
/** The lifetime of a token without an expiry. */
const usualLife = 5 * 60_000;

/** `party`: names the visitor and the organization that the page has now; a token is for one of them alone. */
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
  let kept: Fetched | undefined;

  async function fetchToken(fetched: Fetched): Promise<string | null> {
    try {
      const token = (await getToken()) ?? null;
      // Counted from when it came: the visitor's clock may be wrong.
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
      if (!kept || kept.until <= now() || kept.party !== party.peek()) {
        const fetched: Fetched = {
          token: Promise.resolve(null),
          until: now() + refreshAheadMs,
          party: party.peek(),
        };
        kept = fetched;
        fetched.token = fetchToken(fetched);
      }
      return kept.token;
    },
    forget() {
      kept = undefined;
    },
  };
}

/** `exp` minus `iat` in milliseconds; the signature is the backend's to check. */
function lifeOf(token: string): number {
  try {
    const payload = token.split('.')[1] ?? '';
    const { exp, iat } = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const life = (Number(exp) - Number(iat)) * 1000;
    return life > 0 ? life : usualLife;
  } catch {
    return usualLife;
  }
}
