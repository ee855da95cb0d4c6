import * as z from 'zod/mini';
import { defineInbound } from '../ask/inbound.ts';
import { secret } from '../ask/provider.ts';
import { asJson, hmac, isFresh, isSame, numberOf } from '../base/signatures.ts';

const Challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() });
const Callback = z.object({
  type: z.literal('event_callback'),
  event_id: z.string(),
  event: z.object({ type: z.string() }),
});

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const slackInbound = defineInbound(
  z.object({ signing_secret: secret }),
  ({ signing_secret }, { headers, body, now }) => {
    const signature = headers.get('X-Slack-Signature');
    const timestamp = headers.get('X-Slack-Request-Timestamp');
    if (signature === null || timestamp === null) return 'missing';
    const expected = hmac(signing_secret, `v0:${timestamp}:`, body);
    const isGood =
      signature.startsWith('v0=') && isSame(expected, signature.slice('v0='.length), 'hex');
    if (!isGood || !isFresh(numberOf(timestamp), now)) return 'invalid';
    const json = asJson(body);
    const challenge = z.safeParse(Challenge, json);
    if (challenge.success) {
      return { events: [], response: { challenge: challenge.data.challenge } };
    }
    const callback = z.safeParse(Callback, json);
    if (callback.success) {
      const { event_id: id, event } = callback.data;
      return { events: [{ id, type: event.type, payload: json }] };
    }
    // Commands and buttons arrive as forms without an id. Their signature is unique, so it serves
    // as the id.
    const fields = Object.fromEntries(new URLSearchParams(body.toString('utf8')));
    const type = 'command' in fields ? 'command' : 'interaction';
    return { events: [{ id: signature, type, payload: fields }] };
  },
  { revoking: ['tokens_revoked', 'app_uninstalled'] },
);
