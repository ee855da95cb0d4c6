import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import { disconnectIntegration, finishConnect, startConnect } from '../../src/contract/connect.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import { checkMayManage } from '../connections/manage.ts';
import type { Schema } from '../db/schema.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { isAllowedOrigin } from '../http/origins.ts';
import { noInput, route } from '../http/route.ts';
import { resolveAlerts } from '../queries/checks.ts';
import { changeIntegration, deleteSecrets } from '../queries/integrations.ts';
import { notifyIntegration } from '../queries/live.ts';
import { consumeResponse, insertState } from '../queries/oauth.ts';
import { upsertOrganization } from '../queries/organizations.ts';
import { readTenant } from '../queries/tenants.ts';
import { readManaged, readStatus } from './integrations.ts';

type Trx = Transaction<Schema>;

/** Lifetime of a connection attempt. */
const stateMinutes = 10;

export const startConnectRoute = route(
  { ...noInput, ...startConnect },
  async ({ trx, caller, query, param, integrations: { connections } }) => {
    await checkMayManage(trx, caller);
    const provider = param('provider');
    if (!connections.canConnect(provider)) {
      throw apiErrors.notFound(
        'The server has no OAuth client for this provider. Set its OAUTH_… variables.',
      );
    }
    const { integration_id, return_to } = query;
    const existing = integration_id ? await readManaged(trx, integration_id, caller) : undefined;
    if (existing !== undefined && existing.provider !== provider) {
      throw apiErrors.notFound('There is no such integration. Check the id.');
    }
    await checkReturn(trx, return_to);
    const organization = caller.signed?.organization;
    if (organization !== undefined) await upsertOrganization(trx, organization);
    const { url, hash, sealedVerifier } = await connections.begin(provider);
    const proof = randomBytes(32).toString('base64url');
    const expiresAt = new Date(Date.now() + stateMinutes * 60_000);
    await insertState(trx, {
      hash,
      provider,
      integration_id: existing?.id ?? null,
      sealed_verifier: sealedVerifier,
      return_to,
      proof_hash: digest(proof),
      receipt_hash: null,
      sealed_answer: null,
      expires_at: expiresAt,
    });
    return { authorization_url: url, proof, expires_at: expiresAt.toISOString() };
  },
);

/** Accepts only pages of allowed origins: anything else would be an open redirect. */
async function checkReturn(trx: Trx, returnTo: string): Promise<void> {
  const { allowed_origins: allowed } = await readTenant(trx);
  if (isAllowedOrigin(new URL(returnTo).origin, allowed)) return;
  const message = 'Must be a page of an allowed origin.';
  throw apiErrors.invalid([{ field: 'return_to', message }]);
}

export const finishConnectRoute = externalRoute(
  { ...noInput, ...finishConnect },
  async ({ body, inScope, param, note, ...call }) => {
    const { caller, integrations } = call;
    const { tenantId, mode } = caller;
    const provider = param('provider');
    const hashes = { proofHash: digest(body.proof), receiptHash: digest(body.receipt) };
    const known = await inScope((trx) => consumeResponse(trx, { provider, ...hashes }));
    if (known?.sealed_answer == null) throw apiErrors.signInExpired();
    const account = {
      tenantId,
      mode,
      provider,
      integrationId: known.integration_id,
      organizationId: known.organization_id,
    };
    const { hash, sealed_verifier: sealedVerifier, sealed_answer: sealedAnswer } = known;
    const id = await integrations.connect(account, { hash, sealedVerifier, sealedAnswer });
    const organization_id = known.organization_id;
    note({ target: id ?? undefined, after: { provider, organization_id, connected: id !== null } });
    if (id === null) return { outcome: 'failed' as const };
    const integration = await inScope((trx) => readStatus(trx, id, call));
    return { outcome: 'connected' as const, integration };
  },
);

export const disconnectRoute = externalRoute(
  { ...noInput, ...disconnectIntegration },
  async ({ inScope, param, note, ...call }) => {
    const { caller, integrations } = call;
    const { tenantId } = caller;
    const { id, provider, organization_id, connection } = await inScope((trx) =>
      readManaged(trx, param('id'), caller),
    );
    await integrations.disconnect(provider, { tenantId, integrationId: id }, async (trx) => {
      await deleteSecrets(trx, id);
      await changeIntegration(trx, id, {
        lifecycle: 'inactive',
        connection: 'disconnected',
        ever_connected: false,
        health: 'unknown',
        error_type: null,
        reason: null,
        error_count: 0,
        next_check_at: null,
        checking_until: null,
        check_losses: 0,
      });
      await resolveAlerts(trx, id, [
        'connectivity',
        'quota_exceeded',
        'error_rate',
        'response_time',
      ]);
      await notifyIntegration(trx, id);
    });
    note({ before: { provider, organization_id, connection } });
    return inScope((trx) => readStatus(trx, id, call));
  },
);
