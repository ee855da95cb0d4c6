import type { GetToken } from '../core/ports.ts';
import { NetworkError } from '../errors.ts';

/** The host's word on who the visitor is: a signed JWT, fetched when needed and kept until shortly before its end. */
export interface Identity {
  /** Null where the host does not vouch for anyone. Rejects with a `NetworkError` when the host's callback fails. */
  token(): Promise<string | null>;
  /** The kept token was refused, or is another visitor's. */
  forget(): void;
}

/** Milliseconds: fetched anew so long before the end. */
const ahead = 60_000;
/** Of a token that does not say how long it lives. */
const usualLife = 5 * 60_000;

export function createIdentity(getToken: GetToken, now: () => number = Date.now): Identity {
  let kept: { token: Promise<string | null>; until: number } | undefined;

  async function fetchToken(): Promise<string | null> {
    try {
      const token = (await getToken()) ?? null;
      // Counted from when it came: the visitor's clock may be wrong.
      if (kept && token) kept.until = now() + lifeOf(token) - ahead;
      return token;
    } catch (cause) {
      kept = undefined;
      throw new NetworkError('The page could not fetch the visitor’s identity.', {
        code: 'IDENTITY_UNAVAILABLE',
        cause,
      });
    }
  }

  return {
    token() {
      if (!kept || kept.until <= now()) {
        const fetched: { token: Promise<string | null>; until: number } = {
          token: Promise.resolve(null),
          until: now() + ahead,
        };
        kept = fetched;
        fetched.token = fetchToken();
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
