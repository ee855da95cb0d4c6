import { explain } from '../core/explain.ts';
import { isNoop } from './isNoop.ts';
import type { PostHogLike } from './posthogTarget.ts';

/**
 * A PostHog of the page, or a function that returns it. A wrapper of the page may return another
 * one later.
 */
export type PostHogSource = PostHogLike | (() => PostHogLike | null | undefined);

/** The page's own PostHog: the given one, or else `window.posthog`. It is used when it is live. */
export interface HostPostHog {
  current(): PostHogLike | null;
  /** Returns whether a PostHog exists that may become live. */
  isExpected(): boolean;
  /**
   * Resolves to the PostHog when it is live. Resolves to null if none is expected, after a minute,
   * or after `stop`.
   */
  whenLive(): Promise<PostHogLike | null>;
  stop(): void;
}

const pollMs = 500;
const pollLimitMs = 60_000;

/** The timer functions that this needs. */
type Timers = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>;

export function createHostPostHog(
  source: PostHogSource | undefined,
  timers: Timers = globalThis,
): HostPostHog {
  let living: Promise<PostHogLike | null> | undefined;
  let stop = () => {};
  if (typeof source === 'object' && isNoop(source.capture)) explain(({ noPostHog }) => noPostHog);

  function current(): PostHogLike | null {
    const value = typeof source === 'function' ? read(source) : source;
    if (isLive(value, true)) return value;
    const found: unknown = Reflect.get(globalThis, 'posthog');
    return isLive(found, false) ? found : null;
  }

  const isExpected = () => source !== undefined || 'posthog' in globalThis;

  function poll(): Promise<PostHogLike | null> {
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout>;
      let left = pollLimitMs / pollMs;
      const end = (found: PostHogLike | null) => {
        timers.clearTimeout(timer);
        living = undefined;
        resolve(found);
      };
      const look = () => {
        const found = current();
        if (found || !isExpected() || left-- === 0) end(found);
        else timer = timers.setTimeout(look, pollMs);
      };
      stop = () => end(null);
      look();
    });
  }

  return {
    current,
    isExpected,
    whenLive() {
      living ??= poll();
      return living;
    },
    stop: () => stop(),
  };
}

function read(source: () => PostHogLike | null | undefined): unknown {
  try {
    return source();
  } catch (cause) {
    explain(({ unreadable }) => unreadable('The value of the option "posthog"'), cause);
    return null;
  }
}

/** Returns false for the snippet's queue, an instance before `init`, and stubs. */
function isLive(value: unknown, isPassed: boolean): value is PostHogLike {
  try {
    const { capture, _i: queue, __loaded: isLoaded } = Object(value);
    if (typeof capture !== 'function' || Array.isArray(queue)) return false;
    return isLoaded === true || (isPassed && isLoaded === undefined && !isNoop(capture));
  } catch (cause) {
    explain(({ unreadable }) => unreadable('PostHog'), cause);
    return false;
  }
}
