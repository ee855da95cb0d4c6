import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { OAuthServer } from '../ask/provider.ts';
import { digest } from '../base/digest.ts';
import { IntegrationError } from '../base/integrationError.ts';
import type { Vault } from '../base/vault.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findProvider } from '../providers/index.ts';
import { readSecrets, storeSecret } from '../queries/integrations.ts';
import { claimRefresh, releaseRefresh } from '../queries/oauth.ts';
import { answerPlace, placeOf, type SecretPlace, verifierPlace } from './credentials.ts';
import {
  authorizationUrl,
  exchangeCode,
  type Granted,
  type Registration,
  refreshTokens,
  revokeTokens,
  Tokens,
} from './grants.ts';

/** Our OAuth client at a provider. `server` overrides parts of its usual server. */
export interface OAuthClient {
  id: string;
  secret: string;
  server?: Partial<OAuthServer>;
}

export interface OAuthOptions {
  /**
   * The public address of the API: `{publicUrl}/v1/integrations/{provider}/callback` is the
   * redirect URI.
   */
  publicUrl: string;
  /** Keyed by provider: `google`, `microsoft`, `hubspot`, `salesforce`. */
  clients: Readonly<Record<string, OAuthClient>>;
}

/** Tokens are refreshed when they expire within this time. Seconds. */
const refreshAheadSeconds = 5 * 60;
const leaseSeconds = 20;

/** The result of a provider's callback, with the stored attempt. */
export interface Returned {
  hash: string;
  sealedVerifier: string;
  sealedAnswer: string;
}

/** Manages accounts that are connected by OAuth. Their tokens are stored sealed. */
export interface Connections {
  canConnect(provider: string): boolean;
  /** Returns the address to send a person to, and the values to store until they return. */
  begin(provider: string): Promise<{ url: string; hash: string; sealedVerifier: string }>;
  /** @throws IntegrationError */
  finish(provider: string, returned: Returned): Promise<Granted>;
  /** Seals the parameters of a callback, for `finish`. */
  sealAnswer(query: URLSearchParams, hash: string): string;
  seal(granted: Granted, place: SecretPlace): { sealed: string; expiresAt: Date };
  /**
   * Returns tokens that are valid for at least a few minutes, or undefined if no account is
   * connected.
   */
  freshTokens(provider: string, place: SecretPlace): Promise<Tokens | undefined>;
  revoke(provider: string, place: SecretPlace): Promise<void>;
}

export function createConnections(
  db: Kysely<Schema>,
  vault: Vault | undefined,
  options: OAuthOptions | undefined,
): Connections {
  function registrationOf(provider: string): Registration | undefined {
    const standard = findProvider(provider)?.oauth;
    const client = options?.clients[provider];
    if (!options || !standard || !client) return undefined;
    const base = options.publicUrl.replace(/\/+$/, '');
    return {
      server: { ...standard, ...client.server },
      clientId: client.id,
      clientSecret: client.secret,
      redirectUri: `${base}/v1/integrations/${provider}/callback`,
    };
  }

  function needed(provider: string): { registration: Registration; vault: Vault } {
    const registration = registrationOf(provider);
    if (registration !== undefined && vault !== undefined) return { registration, vault };
    throw new IntegrationError('configuration_error', 'No OAuth client is configured for it.');
  }

  const scopeOf = ({ tenantId }: SecretPlace) => ({ actor: 'worker', tenantId }) as const;

  async function stored(place: SecretPlace): Promise<Granted | undefined> {
    const { integrationId } = place;
    const secrets = await inScope(db, scopeOf(place), (trx) => readSecrets(trx, integrationId));
    const found = secrets.find(({ kind }) => kind === 'tokens');
    if (!found || vault === undefined) return undefined;
    const text = vault.open(found.sealed, placeOf(place, 'tokens'));
    return {
      tokens: z.parse(Tokens, JSON.parse(text)),
      expiresAt: found.expires_at ?? new Date(0),
    };
  }

  function seal({ tokens, expiresAt }: Granted, place: SecretPlace) {
    if (vault === undefined)
      throw new Error('ENCRYPTION_KEYS is not set, so tokens cannot be stored.');
    return { sealed: vault.seal(JSON.stringify(tokens), placeOf(place, 'tokens')), expiresAt };
  }

  async function refresh(provider: string, place: SecretPlace, old: Tokens): Promise<Tokens> {
    const { integrationId } = place;
    try {
      const granted = await refreshTokens(needed(provider).registration, old);
      const sealed = seal(granted, place);
      await inScope(db, scopeOf(place), (trx) =>
        storeSecret(trx, { integrationId, kind: 'tokens', ...sealed }),
      );
      return granted.tokens;
    } catch (error) {
      await inScope(db, scopeOf(place), (trx) => releaseRefresh(trx, integrationId));
      throw error;
    }
  }

  return {
    canConnect: (provider) => vault !== undefined && registrationOf(provider) !== undefined,
    seal,
    async begin(provider) {
      const { registration, vault } = needed(provider);
      const state = randomBytes(32).toString('base64url');
      const verifier = oauth.generateRandomCodeVerifier();
      const url = await authorizationUrl(registration, { state, verifier });
      const hash = digest(state);
      return { url, hash, sealedVerifier: vault.seal(verifier, verifierPlace(hash)) };
    },
    sealAnswer(query, hash) {
      if (vault === undefined)
        throw new Error('ENCRYPTION_KEYS is not set, so the response cannot be stored.');
      return vault.seal(query.toString(), answerPlace(hash));
    },
    async finish(provider, { hash, sealedVerifier, sealedAnswer }) {
      const { registration, vault } = needed(provider);
      const verifier = vault.open(sealedVerifier, verifierPlace(hash));
      const query = new URLSearchParams(vault.open(sealedAnswer, answerPlace(hash)));
      return exchangeCode(registration, { query, state: query.get('state') ?? '', verifier });
    },
    async freshTokens(provider, place) {
      const { integrationId } = place;
      const claim = { expiresWithinSeconds: refreshAheadSeconds, leaseSeconds };
      const end = performance.now() + leaseSeconds * 1_000;
      for (;;) {
        const found = await stored(place);
        if (found === undefined) return undefined;
        const left = found.expiresAt.getTime() - Date.now();
        if (left > refreshAheadSeconds * 1_000) return found.tokens;
        const isMine = await inScope(db, scopeOf(place), (trx) =>
          claimRefresh(trx, integrationId, claim),
        );
        if (isMine) {
          // Reads the tokens again, because another process may have just refreshed them.
          const now = await stored(place);
          return now && refresh(provider, place, now.tokens);
        }
        if (left > 0) return found.tokens;
        if (performance.now() > end) {
          throw new IntegrationError('network_error', 'Its access could not be renewed in time.');
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    async revoke(provider, place) {
      const found = await stored(place);
      const registration = registrationOf(provider);
      if (found && registration) await revokeTokens(registration, found.tokens);
    },
  };
}
