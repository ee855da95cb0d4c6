import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { IntegrationStatus } from './integration.ts';
import { requiredText, safeUrl, text, timestamp } from './text.ts';

/**
 * Starts to connect an account by OAuth. The visitor is sent to `authorization_url`, in a popup or
 * this tab. They return to `return_to`, a page of an allowed origin. It gets the parameter
 * `penguin_connect` (`granted`, `denied` or `failed`), and if access was granted,
 * `penguin_receipt`. `proof` must stay with the page that started. Both are required to finish, so
 * another browser cannot finish the connection.
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
 * Connects the granted account for the visitor who started, once and within two minutes. `failed`:
 * the provider did not grant access after all.
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

/** Revokes the access and deletes the credentials. */
export const disconnectIntegration = {
  method: 'POST',
  path: 'integrations/{id}/disconnect',
  access: 'visitor',
  reply: IntegrationStatus,
} as const satisfies Endpoint;
