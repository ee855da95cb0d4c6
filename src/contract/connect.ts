import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { IntegrationStatus } from './integration.ts';
import { requiredText, safeUrl, text, timestamp } from './text.ts';

/**
 * Begins to connect an account by OAuth. The visitor is sent to `authorization_url`, in a popup or this
 * tab, and comes back to `return_to`, a page of an allowed origin, with `penguin_connect`
 * (`granted`, `denied` or `failed`) and, when it was granted, `penguin_receipt`. `proof` stays with the
 * page that began: both are needed to finish, so another browser cannot finish the connection.
 */
export const startConnect = {
  method: 'GET',
  path: 'integrations/{provider}/start',
  access: 'visitor',
  query: z.object({ integration_id: z.optional(text(36)), return_to: safeUrl }),
  reply: z.object({ authorization_url: z.string(), proof: z.string(), expires_at: timestamp }),
} as const satisfies Endpoint;

const secret = requiredText(64);

/**
 * Connects the account that was granted, once, within two minutes, for the visitor who began.
 * `failed`: the provider did not give the access after all.
 */
export const finishConnect = {
  method: 'POST',
  path: 'integrations/{provider}/finish',
  access: 'visitor',
  body: z.object({ proof: secret, receipt: secret }),
  reply: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('connected'), integration: IntegrationStatus }),
    z.object({ outcome: z.literal('failed') }),
  ]),
} as const satisfies Endpoint;

/** Revokes the access and forgets it. */
export const disconnectIntegration = {
  method: 'POST',
  path: 'integrations/{id}/disconnect',
  access: 'visitor',
  reply: IntegrationStatus,
} as const satisfies Endpoint;
