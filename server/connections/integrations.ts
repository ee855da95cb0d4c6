import type { Kysely, Transaction } from 'kysely';
import { IntegrationError } from '../base/integrationError.ts';
import type { Logger } from '../base/logger.ts';
import { createFetch, type Fetch } from '../base/outboundFetch.ts';
import { createPost, type Post } from '../base/post.ts';
import type { Vault } from '../base/vault.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { connectAccount, type NewAccount } from './connectAccount.ts';
import {
  type Connections,
  createConnections,
  type OAuthOptions,
  type Returned,
} from './connections.ts';
import { openCredentials, type ReadCredentials, type SecretPlace } from './credentials.ts';

/** The integration services of the API, in addition to the database. */
export interface Integrations {
  /** Undefined if the server has no keys. Then credentials cannot be stored. */
  vault: Vault | undefined;
  connections: Connections;
  /** Returns whether accounts of this provider can be connected by OAuth. */
  canConnect(provider: string): boolean;
  readCredentials: ReadCredentials;
  /** Returns the id of the integration, or null if the provider does not grant access after all. */
  connect(account: NewAccount, returned: Returned): Promise<string | null>;
  /** Runs as the backend, because visitors cannot write integrations. */
  inTenant<T>(tenantId: string, work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
  /** Revokes the access at the provider. Calls `forget` in any case, even if the provider fails. */
  disconnect(
    provider: string,
    place: SecretPlace,
    forget: (trx: Transaction<Schema>) => Promise<void>,
  ): Promise<void>;
  fetch: Fetch;
  post: Post;
  allowPrivateWebhooks: boolean;
  /** Returns the secret that signs the provider's events. Never contacts another system. */
  webhookCredentials(provider: string, place: SecretPlace): Promise<Record<string, string>>;
  /** Returns one of our addresses in the form that other systems use. */
  publicAddress(url: string): string;
}

export interface IntegrationsDeps {
  db: Kysely<Schema>;
  logger: Logger;
  vault: Vault | undefined;
  oauth?: OAuthOptions | undefined;
  /**
   * Allows webhooks, checks and notifications to reach this machine and its private network.
   * Default false.
   */
  allowPrivateWebhooks?: boolean | undefined;
}

export function createIntegrations(deps: IntegrationsDeps): Integrations {
  const { db, vault, logger, oauth, allowPrivateWebhooks = false } = deps;
  const connections = createConnections(db, vault, oauth);
  const outboundFetch = createFetch({ allowPrivate: allowPrivateWebhooks });
  /** Tokens of a connected account replace credentials of the same name. */
  const readCredentials: ReadCredentials = async ({ provider }, place) => {
    const credentials = await openCredentials(db, vault, place);
    const tokens = await connections.freshTokens(provider, place);
    if (tokens === undefined) return credentials;
    const { access_token, instance_url } = tokens;
    return { ...credentials, access_token, ...(instance_url !== undefined && { instance_url }) };
  };
  return {
    vault,
    connections,
    canConnect: connections.canConnect,
    readCredentials,
    fetch: outboundFetch,
    post: createPost({ allowPrivate: allowPrivateWebhooks }),
    allowPrivateWebhooks,
    async webhookCredentials(provider, place) {
      const secret = oauth?.clients[provider]?.secret;
      const ofClient: Record<string, string> =
        secret === undefined ? {} : { client_secret: secret };
      return { ...ofClient, ...(await openCredentials(db, vault, place)) };
    },
    publicAddress(url) {
      const { pathname, search } = new URL(url);
      return oauth === undefined ? url : oauth.publicUrl.replace(/\/+$/, '') + pathname + search;
    },
    inTenant: (tenantId, work) => inScope(db, { actor: 'worker', tenantId }, work),
    async connect(account, returned) {
      try {
        return await connectAccount({ db, connections }, account, returned);
      } catch (error) {
        if (!(error instanceof IntegrationError)) throw error;
        logger.warn({ err: error, provider: account.provider }, 'Account not connected');
        return null;
      }
    },
    async disconnect(provider, place, forget) {
      try {
        await connections.revoke(provider, place);
      } catch (error) {
        logger.warn({ err: error, provider }, 'Access not revoked at the provider');
      }
      await inScope(db, { actor: 'worker', tenantId: place.tenantId }, forget);
    },
  };
}
