import { headers } from '../contract/endpoint.ts';
import { eventsPath } from '../contract/eventRules.ts';
import type { EventBatch, EventOutcome, EventSender } from '../core/eventPorts.ts';
import type { ClientOptions } from './request.ts';
import { serialise } from './serialise.ts';

/**
 * Sends events without the rest of the client. Its requests continue after the page unloads
 * (`keepalive`), and do not count towards the limits for requests of a person.
 */
export function createEventSender({
  apiKey,
  baseUrl,
  visitorId,
  identity,
  timeout = 30_000,
}: ClientOptions): EventSender {
  const address = new URL(eventsPath, baseUrl);
  /** The last token of the host: a beacon cannot wait for a new one. */
  let known: { visitorId: string; token: string } | undefined;

  async function tokenFor(batch: EventBatch): Promise<string | undefined> {
    // Events of an earlier visitor are sent without a token.
    if (!identity || batch.visitorId !== visitorId()) return undefined;
    const token = await identity.token();
    known = token ? { visitorId: batch.visitorId, token } : undefined;
    return known?.token;
  }

  return {
    async send(batch) {
      try {
        const token = await tokenFor(batch);
        const response = await fetch(address, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${apiKey}`,
            'Content-Type': 'application/json',
            ...(token ? { [headers.identity]: token } : { [headers.visitor]: batch.visitorId }),
          },
          body: serialise({ distinct_id: batch.distinctId, events: batch.events }),
          keepalive: true,
          signal: AbortSignal.timeout(timeout),
          credentials: 'omit',
          referrerPolicy: 'origin',
          cache: 'no-store',
        });
        if (response.status === 401 && token) {
          identity?.forget(); // it may have expired in transit
          return { at: 'later', seconds: undefined };
        }
        return await outcomeOf(response);
      } catch {
        return { at: 'later', seconds: undefined }; // no network, no response, or the host returned no token
      }
    },
    beacon(batch) {
      const identity = known?.visitorId === batch.visitorId ? known.token : undefined;
      const body = serialise({
        key: apiKey,
        ...(identity ? { identity } : { visitor: batch.visitorId }),
        distinct_id: batch.distinctId,
        events: batch.events,
      });
      try {
        return navigator.sendBeacon(address, body);
      } catch {
        return false; // an extension has removed it
      }
    },
  };
}

async function outcomeOf(response: Response): Promise<EventOutcome> {
  const { status } = response;
  // A captive portal also answers with 200.
  if (response.ok && isSuccess(await response.json())) return { at: 'stored' };
  if ([401, 403, 404, 405, 501].includes(status)) return { at: 'closed' };
  if (response.ok || status === 408 || status === 429 || status >= 500) {
    const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
    return { at: 'later', seconds: Number.isFinite(retryAfter) ? retryAfter : undefined };
  }
  return { at: 'rejected' };
}

function isSuccess(response: unknown): boolean {
  return (
    typeof response === 'object' &&
    response !== null &&
    'success' in response &&
    response.success === true
  );
}
