import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { defineProvider, secret } from '../ask/provider.ts';
import { requestJson } from '../ask/requestJson.ts';
import { asJson, hmac, isSame } from '../base/signatures.ts';
import { linearDesk } from '../desks/linear/linearDesk.ts';
import { linearHeaders, linearProblem } from '../desks/linear/request.ts';

const Event = z.object({
  type: z.string(),
  action: z.string(),
  webhookTimestamp: z.number(),
  data: z.object({ id: z.string(), issueId: z.optional(z.nullable(z.string())) }),
});

/** Maximum age of a request, as in the SDK of Linear. Milliseconds. */
const maxAgeMs = 60_000;

/**
 * Receives events of issues and comments. `webhook_secret` is the signing secret of the webhook:
 * https://linear.app/developers/webhooks#securing-webhooks
 * The header with the id of the delivery is not signed, so the signature serves as the id. Only the
 * id of the issue is kept.
 */
const inbound = defineInbound(
  z.object({ webhook_secret: secret }),
  ({ webhook_secret }, { headers, body, now }) => {
    const signature = headers.get('Linear-Signature');
    if (signature === null) return 'missing';
    if (!isSame(hmac(webhook_secret, body), signature, 'hex')) return 'invalid';
    const event = z.safeParse(Event, asJson(body));
    if (!event.success) return 'invalid';
    const { type, action, webhookTimestamp, data } = event.data;
    if (Math.abs(now - webhookTimestamp) > maxAgeMs) return 'invalid';
    const issue = type === 'Issue' ? data.id : type === 'Comment' ? data.issueId : undefined;
    const ticket = issue ? { ticket: issue } : {};
    return { events: [{ id: signature, type: `${type}.${action}`, payload: ticket, ...ticket }] };
  },
);

/** Needs a personal API key or an OAuth token, and the team whose issues the requests are. */
export const linear = defineProvider({
  id: 'linear',
  baseUrl: 'https://api.linear.app',
  credentials: z.object({ api_key: secret, team_id: secret, webhook_secret: z.optional(secret) }),
  inbound,
  desk: linearDesk,
  probe: ({ api_key, team_id }, endpoint) =>
    requestJson(endpoint, 'graphql', {
      method: 'POST',
      headers: linearHeaders({ api_key }),
      json: {
        query: 'query($id: String!) { viewer { id } team(id: $id) { id } }',
        variables: { id: team_id },
      },
      expects: z.object({ data: z.object({ team: z.object({ id: z.string() }) }) }),
      explain: (response) => {
        const problem = linearProblem(response);
        // A team that is not known is rejected like any other input.
        return typeof problem === 'object' ? 'configuration_error' : problem;
      },
    }),
});
