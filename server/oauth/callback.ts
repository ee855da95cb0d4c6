import type { Context, Hono } from 'hono';
import { type Kysely, sql } from 'kysely';
import { findSystem } from '../../src/integrations/catalogue.ts';
import type { Environment, RequestContext } from '../answer.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { digest } from '../digest.ts';
import type { Integrations } from '../integrations/integrations.ts';
import { changeIntegration, keepIntegration, keepSecret } from '../queries/integrations.ts';
import { notifyTenant } from '../queries/live.ts';
import { takeState } from '../queries/oauth.ts';
import { AccessDenied, type Granted } from './grants.ts';

export const callbackPath = 'integrations/{provider}/callback';

type Outcome = 'connected' | 'denied' | 'failed';

const sentences: Record<Outcome, string> = {
  connected: 'The account is connected. You can close this window.',
  denied: 'The account was not connected: the access was not allowed. You can close this window.',
  failed: 'The account could not be connected. Close this window and try again.',
};

interface CallbackDeps {
  kysely: Kysely<Schema>;
  integrations: Integrations;
  onWritten(): void;
}

/** Where providers send people back to. The state alone says who they are: it was made for one tenant and visitor. */
export function addCallback(app: Hono<Environment>, basePath: string, deps: CallbackDeps): void {
  const { kysely, integrations, onWritten } = deps;
  app.get(basePath + callbackPath.replace('{provider}', ':provider'), async (c) => {
    const provider = c.req.param('provider') ?? '';
    const query = new URL(c.req.url).searchParams;
    const hash = digest(query.get('state') ?? '');
    const known = await inScope(kysely, { actor: 'worker' }, (trx) =>
      takeState(trx, { hash, provider }),
    );
    if (known === undefined) return page(c, 'Invalid OAuth state', 400);
    const { tenantId, sealed_verifier: sealedVerifier, return_to: returnTo } = known;
    let outcome: Outcome = 'connected';
    let integrationId = known.integration_id;
    try {
      const granted = await integrations.connections.finish(provider, {
        query,
        hash,
        sealedVerifier,
      });
      integrationId = await keepAccount(deps, { tenantId, provider, integrationId, granted });
      onWritten();
    } catch (error) {
      outcome = error instanceof AccessDenied ? 'denied' : 'failed';
      if (outcome === 'failed') c.get('logger').warn({ err: error, provider });
    }
    if (returnTo === null) return page(c, sentences[outcome], outcome === 'failed' ? 502 : 200);
    const back = new URL(returnTo);
    back.searchParams.set('penguin_connect', outcome);
    back.searchParams.set('penguin_provider', provider);
    if (integrationId !== null) back.searchParams.set('penguin_integration', integrationId);
    return c.redirect(back.href, 303);
  });
}

async function keepAccount(
  { kysely, integrations }: CallbackDeps,
  account: { tenantId: string; provider: string; integrationId: string | null; granted: Granted },
): Promise<string> {
  const { tenantId, provider, granted } = account;
  const { name, category } = findSystem(provider) ?? { name: provider, category: 'crm' };
  return inScope(kysely, { actor: 'worker', tenantId }, async (trx) => {
    const integrationId =
      account.integrationId ?? (await keepIntegration(trx, { provider, name, category }));
    const sealed = integrations.connections.seal(granted, { tenantId, integrationId });
    await keepSecret(trx, { integrationId, kind: 'tokens', ...sealed });
    await changeIntegration(trx, integrationId, {
      lifecycle: 'active',
      connection: 'connected',
      ever_connected: true,
      error_type: null,
      reason: null,
      error_count: 0,
      passes: 2,
      health: 'unknown',
      check_interval: 30,
      last_check: null,
      next_check_at: sql<Date>`now()`,
    });
    await notifyTenant(trx, { type: 'integration', integration_id: integrationId });
    return integrationId;
  });
}

function page(c: RequestContext | Context, text: string, status: 200 | 400 | 502): Response {
  return c.text(text, status);
}
