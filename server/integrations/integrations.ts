import type { Transaction } from 'kysely';
import { type CheckDeps, type Checks, createChecks } from '../checker/check.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { type Connections, createConnections, type OAuthOptions } from '../oauth/connections.ts';
import type { Fetch } from '../providers/provider.ts';
import type { Vault } from '../secrets/vault.ts';
import { openCredentials, type ReadCredentials, type SecretPlace } from './credentials.ts';

/** What the API needs for integrations beyond the database. */
export interface Integrations extends Checks {
  /** Undefined: the server has no keys, so no credentials can be stored. */
  vault: Vault | undefined;
  connections: Connections;
  /** Accounts of this provider can be connected by OAuth. */
  canConnect(provider: string): boolean;
  readCredentials: ReadCredentials;
  /** Gives the access back at the provider, and has `forget` it here, whatever the provider says. */
  disconnect(
    provider: string,
    place: SecretPlace,
    forget: (trx: Transaction<Schema>) => Promise<void>,
  ): Promise<void>;
  fetch: Fetch;
}

export interface IntegrationsDeps
  extends Pick<CheckDeps, 'db' | 'logger' | 'timeoutMs' | 'retryMs'> {
  vault: Vault | undefined;
  oauth?: OAuthOptions | undefined;
}

export function createIntegrations(deps: IntegrationsDeps): Integrations {
  const { db, vault, logger } = deps;
  const connections = createConnections(db, vault, deps.oauth);
  /** Tokens of a connected account stand in for credentials of the same name. */
  const readCredentials: ReadCredentials = async ({ provider }, place) => {
    const credentials = await openCredentials(db, vault, place);
    const tokens = await connections.freshTokens(provider, place);
    if (tokens === undefined) return credentials;
    const { refresh_token: _, ...shown } = tokens;
    const given = Object.entries(shown).filter((entry) => entry[1] !== undefined);
    return { ...credentials, ...Object.fromEntries(given) };
  };
  return {
    vault,
    connections,
    canConnect: connections.canConnect,
    readCredentials,
    fetch,
    async disconnect(provider, place, forget) {
      try {
        await connections.revoke(provider, place);
      } catch (error) {
        logger.warn({ err: error, provider });
      }
      await inScope(db, { actor: 'worker', tenantId: place.tenantId }, forget);
    },
    ...createChecks({ ...deps, readCredentials, fetch }),
  };
}
