import type { PostHogLike } from './posthogTarget.ts';

/** `unknown`: the visitor has not decided yet. Events wait in memory. */
export type Consent = 'granted' | 'denied' | 'unknown';

interface Evidence {
  /** The page's consent, set by an option or a call. */
  said: Consent | undefined;
  /** Whether the browser's privacy signals (Global Privacy Control, Do Not Track) count. */
  respectSignals: boolean;
  /** The page's own PostHog. */
  posthog: PostHogLike | null;
}

/**
 * Returns the consent. The browser's privacy signal comes first, then the page's consent, then that
 * of its PostHog; otherwise consent is granted.
 */
export function consentOf({ said, respectSignals, posthog }: Evidence): Consent {
  if (respectSignals && hasPrivacySignal()) return 'denied';
  if (said) return said;
  if (posthog?.has_opted_out_capturing?.() !== true) return 'granted';
  return posthog.get_explicit_consent_status?.() === 'pending' ? 'unknown' : 'denied';
}

function hasPrivacySignal(): boolean {
  return Reflect.get(navigator, 'globalPrivacyControl') === true || navigator.doNotTrack === '1';
}
