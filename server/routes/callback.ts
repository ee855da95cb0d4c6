import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { apiErrors } from '../base/apiErrors.ts';
import { digest } from '../base/digest.ts';
import { callbackPath } from '../base/paths.ts';
import type { Integrations } from '../connections/integrations.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { Environment } from '../http/envelope.ts';
import { consumeState, storeResponse } from '../queries/oauth.ts';

interface CallbackDeps {
  kysely: Kysely<Schema>;
  integrations: Integrations;
}

/**
 * The OAuth callback of providers. An attacker could send someone the link to a provider and have
 * them grant access there, and our cookies do not reach pages of other origins. So the callback
 * connects nothing: it stores the response and passes a receipt to the page, in this browser only.
 * `finishConnect` requires the receipt, and the proof that only the page has that started the flow.
 */
export function addCallback(app: Hono<Environment>, basePath: string, deps: CallbackDeps): void {
  const { kysely, integrations } = deps;
  app.get(basePath + callbackPath.replace('{provider}', ':provider'), async (c) => {
    const provider = c.req.param('provider') ?? '';
    const query = new URL(c.req.url).searchParams;
    const hash = digest(query.get('state') ?? '');
    const state = { hash, provider };
    const isGranted = query.has('code') && !query.has('error');
    const receipt = randomBytes(32).toString('base64url');
    const known = await inScope(kysely, { actor: 'worker' }, (trx) =>
      isGranted
        ? storeResponse(trx, state, {
            receiptHash: digest(receipt),
            sealedAnswer: integrations.connections.sealAnswer(query, hash),
          })
        : consumeState(trx, state),
    );
    if (known === undefined) return c.text(apiErrors.signInExpired().message, 400);
    const failure = query.get('error') === 'access_denied' ? 'denied' : 'failed';
    const back = new URL(known.return_to);
    back.searchParams.set('penguin_connect', isGranted ? 'granted' : failure);
    back.searchParams.set('penguin_provider', provider);
    if (isGranted) back.searchParams.set('penguin_receipt', receipt);
    if (known.integration_id !== null) {
      back.searchParams.set('penguin_integration', known.integration_id);
    }
    return c.redirect(back.href, 303);
  });
}
