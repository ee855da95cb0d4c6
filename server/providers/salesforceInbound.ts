import * as z from 'zod/mini';
import { defineInbound, type InboundRequest, type Received } from '../ask/inbound.ts';
import { secret } from '../ask/provider.ts';
import { asJson, hmac, isFresh, isSame } from '../base/signatures.ts';

const Credentials = z.object({
  webhook_secret: z.optional(secret),
  outbound_token: z.optional(secret),
  organization_id: z.optional(secret),
});
type Credentials = z.infer<typeof Credentials>;

/** Receives the Event Notification Service (JSON) and Outbound Messages (SOAP). */
export const salesforceInbound = defineInbound(Credentials, (credentials, request) => {
  const isSoap = /^(text|application)\/(soap\+)?xml\b/.test(
    request.headers.get('Content-Type') ?? '',
  );
  return isSoap ? outboundMessage(credentials, request) : notification(credentials, request);
});

const Event = z.object({
  eventCategoryType: z.string(),
  timestampUTC: z.number(),
  compositeId: z.string(),
});

/** `webhook_secret` is the signature key of the callback. */
function notification({ webhook_secret }: Credentials, request: InboundRequest): Received {
  const { headers, body, now } = request;
  if (webhook_secret === undefined) return 'invalid';
  const signature = headers.get('X-SFMC-ENS-Signature');
  if (signature === null) return 'missing';
  // The key is base64. The documentation does not say whether it is used decoded or as text, so
  // both are tried.
  const keys = [webhook_secret, Buffer.from(webhook_secret, 'base64')];
  const isGood = keys.some((key) => isSame(hmac(key, body), signature, 'base64'));
  if (!isGood) return 'invalid';
  const events = z.safeParse(z.array(Event), asJson(body));
  if (!events.success) return 'invalid';
  if (!events.data.every(({ timestampUTC }) => isFresh(timestampUTC / 1_000, now))) {
    return 'invalid';
  }
  return {
    events: events.data.map((event) => ({
      id: `${event.eventCategoryType}.${event.compositeId}.${event.timestampUTC}`,
      type: event.eventCategoryType,
      payload: event,
    })),
  };
}

/**
 * Salesforce does not sign Outbound Messages and has no custom headers. `?token=` over TLS proves
 * that the sender knows the address that was entered there (`outbound_token`). The message must
 * also name our `organization_id`. It has no timestamp; duplicates are recognized by their id. Only
 * ids and the type of the record are stored. The session id is not, because it could act for a
 * person.
 * https://developer.salesforce.com/docs/atlas.en-us.api.meta/api/sforce_api_om_outboundmessaging.htm
 */
function outboundMessage(credentials: Credentials, { url, body }: InboundRequest): Received {
  const { outbound_token, organization_id } = credentials;
  if (outbound_token === undefined || organization_id === undefined) return 'invalid';
  const token = new URL(url).searchParams.get('token');
  if (token === null) return 'missing';
  const expected = hmac(outbound_token, outbound_token);
  if (!isSame(expected, hmac(outbound_token, token).toString('hex'), 'hex')) return 'invalid';
  const text = body.toString('utf8');
  const [, organization = ''] = /<(?:\w+:)?OrganizationId>\s*(\w{15,18})\s*</.exec(text) ?? [];
  // The last three of eighteen characters are only a checksum.
  if (organization.slice(0, 15) !== organization_id.slice(0, 15)) return 'invalid';
  const parts = text.matchAll(/<(?:\w+:)?Notification>([\s\S]*?)<\/(?:\w+:)?Notification>/g);
  const events = [...parts].flatMap(([, part = '']) => {
    const [, id] = /<(?:\w+:)?Id>\s*(\w{15,18})\s*</.exec(part) ?? [];
    const [, type = 'record'] =
      /<(?:\w+:)?sObject\s[^>]*?\bxsi:type="(?:\w+:)?(\w+)"/.exec(part) ?? [];
    const [, record = null] = /<sf:Id>\s*(\w{15,18})\s*</.exec(part) ?? [];
    return id === undefined ? [] : [{ id, type, payload: { id, type, record } }];
  });
  return events.length === 0 ? 'invalid' : { events, acknowledge };
}

/** After any other response, Salesforce retries for a day. */
const acknowledge = {
  type: 'text/xml; charset=utf-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body>
<notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse>
</soapenv:Body></soapenv:Envelope>`,
};
