import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { OAuthServer } from '../ask/provider.ts';
import { IntegrationError } from '../base/integrationError.ts';

/** The tokens of a provider. `instance_url`: address of its API (Salesforce). */
export const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.optional(z.string()),
  instance_url: z.optional(z.string()),
});
export type Tokens = z.infer<typeof Tokens>;

export interface Granted {
  tokens: Tokens;
  expiresAt: Date;
}

/** Our registration with a provider. */
export interface Registration {
  server: OAuthServer;
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

const tokenTimeoutMs = 15_000;
/** Assumed lifetime of a token if its provider does not name one. Seconds. */
const defaultLifeSeconds = 3_600;

function partsOf({ server, clientId, clientSecret }: Registration) {
  const as: oauth.AuthorizationServer = {
    issuer: server.issuer,
    authorization_endpoint: server.authorization,
    token_endpoint: server.token,
    ...(server.revocation !== undefined && { revocation_endpoint: server.revocation }),
  };
  const { protocol, hostname } = new URL(server.token);
  const isOnThisMachine = protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname);
  return {
    as,
    client: { client_id: clientId },
    auth: oauth.ClientSecretPost(clientSecret),
    options: () => ({
      signal: AbortSignal.timeout(tokenTimeoutMs),
      [oauth.allowInsecureRequests]: isOnThisMachine,
    }),
  };
}

/** Returns the address where a person grants access. */
export async function authorizationUrl(
  { server, clientId, redirectUri }: Registration,
  { state, verifier }: { state: string; verifier: string },
): Promise<string> {
  const url = new URL(server.authorization);
  const parameters = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: server.scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...server.extra,
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** Exchanges the returned code for tokens. @throws IntegrationError */
export async function exchangeCode(
  registration: Registration,
  callback: { query: URLSearchParams; state: string; verifier: string },
): Promise<Granted> {
  const { as, client, auth, options } = partsOf(registration);
  return explained(async () => {
    const code = oauth.validateAuthResponse(as, client, callback.query, callback.state);
    const { redirectUri } = registration;
    const response = await oauth.authorizationCodeGrantRequest(
      as,
      client,
      auth,
      code,
      redirectUri,
      callback.verifier,
      options(),
    );
    return grantedBy(await oauth.processAuthorizationCodeResponse(as, client, response));
  });
}

/**
 * Exchanges a refresh token for new tokens.
 * @throws IntegrationError `authentication_error` if the access was revoked
 */
export async function refreshTokens(registration: Registration, old: Tokens): Promise<Granted> {
  const { as, client, auth, options } = partsOf(registration);
  const { refresh_token: token } = old;
  if (token === undefined) throw ended();
  return explained(async () => {
    const response = await oauth.refreshTokenGrantRequest(as, client, auth, token, options());
    const { tokens, expiresAt } = grantedBy(
      await oauth.processRefreshTokenResponse(as, client, response),
    );
    return { tokens: { ...old, ...tokens }, expiresAt };
  });
}

/** Revokes the access. @throws IntegrationError */
export async function revokeTokens(registration: Registration, tokens: Tokens): Promise<void> {
  const { revocation } = registration.server;
  const token = tokens.refresh_token ?? tokens.access_token;
  if (revocation === undefined) return;
  const { as, client, auth, options } = partsOf(registration);
  await explained(async () => {
    if (revocation.includes('{token}')) {
      const url = revocation.replace('{token}', encodeURIComponent(token));
      const signal = AbortSignal.timeout(tokenTimeoutMs);
      const response = await fetch(url, { method: 'DELETE', redirect: 'manual', signal });
      if (response.ok || response.status === 404) return;
      throw new IntegrationError('api_error', 'The service did not revoke the access.');
    }
    const response = await oauth.revocationRequest(as, client, auth, token, options());
    await oauth.processRevocationResponse(response);
  });
}

function grantedBy(response: oauth.TokenEndpointResponse): Granted {
  const { access_token, refresh_token, instance_url, expires_in = defaultLifeSeconds } = response;
  return {
    tokens: {
      access_token,
      ...(refresh_token !== undefined && { refresh_token }),
      ...(typeof instance_url === 'string' && { instance_url }),
    },
    expiresAt: new Date(Date.now() + expires_in * 1_000),
  };
}

/** Converts errors of the protocol to IntegrationError. The messages contain no code or token. */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof oauth.AuthorizationResponseError) {
      throw new IntegrationError('authorization_error', 'The service did not allow the access.');
    }
    if (cause instanceof oauth.ResponseBodyError) {
      if (cause.error === 'invalid_grant') throw ended();
      if (cause.status === 429)
        throw new IntegrationError('rate_limit_error', 'Too many requests.');
      throw new IntegrationError(
        'configuration_error',
        `The service rejected our request: ${cause.error}.`,
      );
    }
    if (cause instanceof oauth.WWWAuthenticateChallengeError) {
      throw new IntegrationError(
        'configuration_error',
        'The provider does not know this OAuth client. Check its client id and secret.',
      );
    }
    if (cause instanceof oauth.OperationProcessingError) {
      throw new IntegrationError('api_error', 'The service returned an unexpected response.', {
        cause,
      });
    }
    if (cause instanceof IntegrationError) throw cause;
    throw new IntegrationError('network_error', 'The service could not be reached.', { cause });
  }
}

function ended(): IntegrationError {
  return new IntegrationError('authentication_error', 'The access has expired or was revoked.');
}
