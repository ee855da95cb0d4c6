import { storagePrefix } from '../brand.ts';
import { lazy } from '../core/lazy.ts';
import type { KnownTenant, KnownUser } from '../core/person.ts';

/** The part of a PostHog instance that we use. We never identify, group, register or reset on the host's. */
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
    hear: (flags: unknown, variants: unknown, context?: { errorsLoading?: boolean }) => void,
  ): unknown;
}

/** A PostHog of the widget's own. */
export interface OwnPostHog extends PostHogLike {
  /** Who is here from now on; another one than before starts anew. */
  tell(user: KnownUser, tenant: KnownTenant): void;
  /** Consent was withdrawn: nothing of it stays on the device. */
  forget(): void;
  destroy(): void;
}

/** A project of PostHog for the widget alone, used on pages that have no PostHog. */
export interface PostHogProject {
  /** Of the project, `phc_…`. */
  apiKey: string;
  /** Default `https://us.i.posthog.com`. */
  host?: string;
  /** For links to the project; not sent. */
  projectId?: string | number;
  /** Where the visitor's id is kept. Default `localStorage`. */
  persistence?: 'localStorage' | 'sessionStorage';
  /** Brings posthog-js: `() => import('@penguinmails/support-widget/analytics/posthog')`. The script tag has it. */
  load?: () => Promise<{ openPostHog(project: PostHogProject): Promise<OwnPostHog> }>;
}

/** The PostHog that events go to. */
export interface PostHogTarget {
  /** The page's own, once it lives. */
  host(): PostHogLike | null;
  /** The page's own, else the widget's; null while there is none. */
  current(): { posthog: PostHogLike; own: OwnPostHog | null } | null;
  /** The page's own; null where it has none, or none that lives within a time. */
  findHost(): Promise<PostHogLike | null>;
  /** Resolves when it is settled which: at once, or after so long as a page's PostHog may take to load. */
  settle(): Promise<void>;
  /** Leaves nothing of the widget's own on the device. */
  forget(): void;
  destroy(): void;
}

/** Milliseconds that a PostHog of the page or of the widget is waited for. */
const patience = 5_000;

/**
 * The instance given, else a live `window.posthog`, else one of the widget's own. The stub of PostHog's
 * snippet stays a stub for ever where the script is blocked: it is waited for, and left alone.
 */
export function createPostHogTarget(
  given: PostHogLike | PostHogProject | undefined,
): PostHogTarget {
  const project = given && 'apiKey' in given ? given : undefined;
  const instance = given && 'capture' in given ? given : undefined;
  let own: OwnPostHog | null = null;
  let destroyed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function host(): PostHogLike | null {
    if (instance && isLive(instance, true)) return instance;
    const found: unknown = Reflect.get(globalThis, 'posthog');
    return isLive(found, false) ? found : null;
  }

  function wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      timer = setTimeout(resolve, ms);
    });
  }

  async function findHost(): Promise<PostHogLike | null> {
    const isComing = Boolean(instance) || 'posthog' in globalThis;
    if (!host() && isComing) await wait(patience);
    return host();
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
      const posthog = host();
      if (posthog) return { posthog, own: null };
      return own && { posthog: own, own };
    },
    findHost,
    async settle() {
      if ((await findHost()) || !project || destroyed) return;
      await Promise.race([opening.get(), wait(patience)]);
      clearTimeout(timer);
    },
    forget() {
      own?.forget();
      if (project) wipe(localStorage, sessionStorage);
    },
    destroy() {
      destroyed = true;
      clearTimeout(timer);
      own?.destroy();
      own = null;
    },
  };
}

/** What posthog-js keeps under the name of ours, also from an earlier visit. */
function wipe(...storages: Storage[]): void {
  for (const storage of storages) {
    for (const key of Object.keys(storage)) {
      if (key.startsWith(`ph_${storagePrefix}`)) storage.removeItem(key);
    }
  }
}

function isLive(value: unknown, isGiven: boolean): value is PostHogLike {
  return (
    isObject(value) &&
    typeof value.capture === 'function' &&
    // The snippet's queue, and an instance before `init`.
    !Array.isArray(value._i) &&
    (value.__loaded === true || (isGiven && value.__loaded === undefined))
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
