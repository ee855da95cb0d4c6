import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../src/contract/integration.ts';
import { bearer, defineProvider, type Notice, secret } from '../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../ask/requestJson.ts';
import { slackInbound } from './slackInbound.ts';

const types: Record<string, IntegrationErrorType> = {
  invalid_auth: 'authentication_error',
  not_authed: 'authentication_error',
  account_inactive: 'authentication_error',
  token_revoked: 'authentication_error',
  token_expired: 'authentication_error',
  missing_scope: 'authorization_error',
  no_permission: 'authorization_error',
  not_in_channel: 'authorization_error',
  channel_not_found: 'configuration_error',
  is_archived: 'configuration_error',
  ratelimited: 'rate_limit_error',
  internal_error: 'api_error',
  fatal_error: 'api_error',
  service_unavailable: 'api_error',
};

const ErrorBody = z.object({ ok: z.literal(false), error: z.string() });

/** Slack returns errors with status 200 too. */
function explain({ status, body }: ProviderResponse): IntegrationErrorType | undefined {
  const errorBody = status === 200 ? z.safeParse(ErrorBody, body) : undefined;
  return errorBody?.success ? (types[errorBody.data.error] ?? 'api_error') : undefined;
}

/** Needs a bot token with `chat:write`, and the channel for notifications to the team. */
export const slack = defineProvider({
  id: 'slack',
  baseUrl: 'https://slack.com/api',
  credentials: z.object({
    bot_token: secret,
    channel: z.optional(secret),
    signing_secret: z.optional(secret),
  }),
  inbound: slackInbound,
  probe: ({ bot_token }, endpoint) =>
    requestJson(endpoint, 'auth.test', {
      method: 'POST',
      headers: bearer(bot_token),
      expects: z.object({ ok: z.literal(true) }),
      explain,
    }),
  async notify({ bot_token, channel }, endpoint, notice) {
    if (channel === undefined) return;
    await requestJson(endpoint, 'chat.postMessage', {
      method: 'POST',
      headers: bearer(bot_token),
      json: { channel, text: notice.title, blocks: blocksOf(notice) },
      expects: z.object({ ok: z.literal(true) }),
      explain,
    });
  },
});

/** Returns a message in Block Kit: https://docs.slack.dev/reference/block-kit */
function blocksOf({ title, text, facts, url }: Notice) {
  const fields = Object.entries(facts).map(([name, value]) => ({
    type: 'mrkdwn',
    text: `*${escaped(name)}*\n${escaped(value)}`,
  }));
  return [
    { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
    { type: 'section', text: { type: 'mrkdwn', text: escaped(text).slice(0, 3_000) } },
    ...(fields.length > 0 ? [{ type: 'section', fields: fields.slice(0, 10) }] : []),
    ...(url === undefined
      ? []
      : [
          {
            type: 'actions',
            elements: [{ type: 'button', text: { type: 'plain_text', text: 'Open' }, url }],
          },
        ]),
  ];
}

/** Escapes the three special characters of Slack's markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
