import { warn } from '../core/debug.ts';
import type { Features, Flags } from '../core/features.ts';
import { createHostPostHog, type PostHogSource } from './hostPostHog.ts';
import type { PostHogLike, PostHogProject } from './posthogTarget.ts';

export interface FlagOptions {
  flags: Flags;
  posthog: PostHogSource | PostHogProject | false | undefined;
}

/**
 * Reads flags from the page's PostHog, and again when they change. Reading them captures no event.
 * If PostHog throws, fails or does not load, the defaults apply. Returns a function that stops it.
 */
export function followFlags(
  { flags, posthog: source }: FlagOptions,
  fromFlags: Features['fromFlags'],
): () => void {
  if (source === false) return () => {};
  const host = createHostPostHog(source && !('apiKey' in source) ? source : undefined);
  let stopped = false;
  let stopListening: unknown;

  function read(posthog: PostHogLike): void {
    fromFlags.value = Object.fromEntries(
      Object.entries(flags).map(([part, flag]) => {
        const key = typeof flag === 'string' ? flag : flag.key;
        return [part, posthog.isFeatureEnabled?.(key, { send_event: false })];
      }),
    );
  }

  async function follow(): Promise<void> {
    const posthog = await host.whenLive();
    if (!posthog || stopped) return;
    stopListening = posthog.onFeatureFlags?.((_flags, _variants, context) => {
      if (stopped || context?.errorsLoading) return;
      read(posthog);
    });
  }

  follow().catch((cause) =>
    warn('Feature flags cannot be read from PostHog. The defaults apply.', cause),
  );
  return () => {
    stopped = true;
    host.stop();
    if (typeof stopListening === 'function') stopListening();
  };
}
