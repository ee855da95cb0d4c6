import { storagePrefix } from '../brand.ts';
import { lazy } from '../core/lazy.ts';
import type { ResolvedTenant, ResolvedUser } from '../core/person.ts';
import { createHostPostHog, type HostPostHog, type PostHogSource } from './hostPostHog.ts';

export type { PostHogSource };

/**
 * The part of a PostHog instance that we use. We never call identify, group, register or reset on
 * the host's instance.
 */
export interface PostHogLike {
  capture(
    name: string,
    properties: Record<string, unknown>,
    options?: { uuid?: string; timestamp?: Date },
  ): unknown;
  /** True once the real library runs; absent on the snippet's stub. */
  __loaded?: boolean;
  get_distinct_id?(): string;
  has_opted_out_capturing?(): boolean;
  get_explicit_consent_status?(): 'granted' | 'denied' | 'pending';
  isFeatureEnabled?(key: string, options?: { send_event?: boolean }): boolean | undefined;
  onFeatureFlags?(
    listener: (flags: unknown, variants: unknown, context?: { errorsLoading?: boolean }) => void,
  ): unknown;
}

/** A PostHog of the widget's own. */
export interface OwnPostHog extends PostHogLike {
  /** Sets the current visitor; another visitor starts a new session. */
  identify(user: ResolvedUser, tenant: ResolvedTenant): void;
  /** Removes its data from the device. Called when consent is withdrawn. */
  forget(): void;
  destroy(): void;
}

/** A PostHog project only for the widget, used on pages without PostHog. */
export interface PostHogProject {
  /** API key of the project, `phc_…`. */
  apiKey: string;
  /** Default `https://us.i.posthog.com`. */
  host?: string;
  /** Used for links to the project; never sent. */
  projectId?: string | number;
  /** Storage of the visitor's id. Default `localStorage`. */
  persistence?: 'localStorage' | 'sessionStorage';
  /**
   * Loads posthog-js: `() => import('@penguinmails/support-widget/analytics/posthog')`. The script
   * tag includes it.
   */
  load?: () => Promise<{ openPostHog(project: PostHogProject): Promise<OwnPostHog> }>;
}

/** The PostHog instance that receives events. */
export interface PostHogTarget {
  host: HostPostHog;
  /** Returns the page's own instance, or else the widget's. Returns null while neither exists. */
  current(): { posthog: PostHogLike; own: OwnPostHog | null } | null;
  /** Returns whether one exists or may still load. */
  isExpected(): boolean;
  /**
   * Resolves when the target is known, at the latest after the time that events wait for a PostHog.
   */
  settle(): Promise<void>;
  /** Resolves when one exists, or when none is expected any more. */
  whenThere(): Promise<void>;
  /** Removes all data of the widget's own instance from the device. */
  forget(): void;
  destroy(): void;
}

/**
 * Time that events wait for the page's PostHog, and then for the widget's own, before they are sent
 * to the backend only.
 */
const timeoutMs = 5_000;

/**
 * Uses the given instance, or else a live `window.posthog`, or else the widget's own. If a blocker
 * prevents PostHog's script, its snippet stays a stub forever. The stub is waited for, but never
 * called.
 */
export function createPostHogTarget(
  source: PostHogSource | PostHogProject | undefined,
): PostHogTarget {
  const project = source && 'apiKey' in source ? source : undefined;
  const host = createHostPostHog(source && !('apiKey' in source) ? source : undefined);
  let own: OwnPostHog | null = null;
  let destroyed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function within<T>(coming: Promise<T>): Promise<void> {
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, timeoutMs);
    });
    await Promise.race([coming, late]).finally(() => clearTimeout(timer));
  }

  const opening = lazy(async () => {
    if (!project?.load) return;
    const opened = await (await project.load()).openPostHog(project);
    if (destroyed) opened.destroy();
    else own = opened;
  });

  return {
    host,
    current() {
      const posthog = host.current();
      if (posthog) return { posthog, own: null };
      return own && { posthog: own, own };
    },
    isExpected: () => project !== undefined || host.isExpected(),
    async settle() {
      await within(host.whenLive());
      if (!host.current() && project && !destroyed) await within(opening.get());
    },
    async whenThere() {
      await (opening.peek() ?? host.whenLive());
    },
    forget() {
      own?.forget();
      if (project) wipe(project.apiKey, localStorage, sessionStorage);
    },
    destroy() {
      destroyed = true;
      host.stop();
      clearTimeout(timer);
      own?.destroy();
      own = null;
    },
  };
}

/** Keys that posthog-js stores under our name, also from an earlier visit. */
function wipe(apiKey: string, ...storages: Storage[]): void {
  for (const storage of storages) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(`ph_${storagePrefix}_${apiKey}`)) storage.removeItem(key);
    }
  }
}
