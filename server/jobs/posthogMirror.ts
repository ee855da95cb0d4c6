import type { PostHog as PostHogClient } from 'posthog-node';
import type { EventMirror } from './eventMirror.ts';
import type { PostHogOptions } from './posthogOptions.ts';

/**
 * Exports events to PostHog. Each event keeps its id as `uuid`, its time, and the `distinct_id` by
 * which PostHog knows the visitor of the page. So an event that the page has captured too is stored
 * once. A visitor that PostHog does not know is identified by their hash, without a profile.
 *
 * Each batch uses a new client, because a client would store failed events itself, which is the
 * task of our database.
 */
export function createPostHogMirror(
  { key, host }: PostHogOptions,
  PostHog: typeof PostHogClient,
): EventMirror {
  return {
    async send(events) {
      let failure: unknown;
      const client = new PostHog(key, {
        host,
        flushAt: events.length + 1,
        fetchRetryCount: 0,
        // The client logs failures to the console and hides them from its caller.
        async fetch(url, options) {
          try {
            const response = await fetch(url, options as RequestInit);
            if (response.ok) return response;
            failure = new Error(`PostHog answered ${response.status}.`);
          } catch (error) {
            failure = error;
          }
          return new Response('{}');
        },
      });
      for (const { id, name, timestamp, properties, visitorHash, distinctId } of events) {
        const { tenant_id: organization } = properties;
        client.capture({
          uuid: id,
          event: name,
          timestamp,
          distinctId: distinctId ?? visitorHash,
          properties: {
            ...properties,
            timestamp: timestamp.toISOString(),
            ...(distinctId === null && { $process_person_profile: false }),
          },
          ...(typeof organization === 'string' && { groups: { organization } }),
        });
      }
      await client.shutdown(20_000);
      if (failure !== undefined) throw failure;
    },
  };
}
