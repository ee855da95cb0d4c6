import type { Sink } from './track.ts';

/** The part of a PostHog instance that we use. We never identify, group, register or reset on it. */
export interface PostHogLike {
  capture(name: string, properties: Record<string, unknown>): unknown;
  /** True once the real library runs; absent on the snippet's stub. */
  __loaded?: boolean;
}

/**
 * Sends events to the host's PostHog: the instance given, else a live `window.posthog`.
 * The tenant travels as `$groups` of our own events, so that the host's state stays untouched.
 */
export function posthogSink(
  given: PostHogLike | undefined,
  tenantId: () => string | undefined,
): Sink {
  return ({ name, properties }) => {
    const posthog = given ?? livePostHog();
    const organization = tenantId();
    posthog?.capture(
      name,
      organization ? { ...properties, $groups: { organization } } : properties,
    );
  };
}

/** A stub that was never replaced (blocked script) has no `__loaded`, and is left alone. */
function livePostHog(): PostHogLike | undefined {
  const found: unknown = Reflect.get(globalThis, 'posthog');
  return isPostHog(found) && found.__loaded === true ? found : undefined;
}

function isPostHog(value: unknown): value is PostHogLike {
  return (
    typeof value === 'object' &&
    value !== null &&
    'capture' in value &&
    typeof value.capture === 'function'
  );
}
