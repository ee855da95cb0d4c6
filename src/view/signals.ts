/**
 * The part of `@preact/signals-core` that the widget uses, in half of its bytes. The browser builds
 * replace the library with it. A test verifies that both behave the same.
 */

import {
  batch,
  changed,
  changes,
  hasChanged,
  later,
  link,
  observer,
  type Reader,
  read,
  type Source,
  track,
  unlink,
  untracked,
} from './tracking.ts';

export { batch, untracked };

/** Creates a value whose readers follow its changes. */
export function signal(first?: unknown) {
  let value = first;
  const source: Source = { version: 0, readers: new Set(), refresh() {} };
  return {
    get value() {
      read(source);
      return value;
    },
    set value(next) {
      if (next === value) return;
      value = next;
      changed(source);
    },
    peek: () => value,
  };
}

/** Creates a value that is computed from others when it is read, and again after a change. */
export function computed(make: () => unknown) {
  let value: unknown;
  let failure: { error: unknown } | undefined;
  let checkedAt = -1;
  const self: Source & Reader = {
    version: 0,
    readers: new Set(),
    sources: new Map(),
    isFollowing: false,
    refresh() {
      if (checkedAt === changes()) return;
      checkedAt = changes();
      if (self.version > 0 && !hasChanged(self)) return;
      try {
        const next = track(self, make);
        if (failure || next !== value || self.version === 0) self.version++;
        failure = undefined;
        value = next;
      } catch (error) {
        failure = { error };
        self.version++;
      }
    },
    follow(isRead) {
      self.isFollowing = isRead;
      for (const source of self.sources.keys()) (isRead ? link : unlink)(source, self);
    },
    stale() {
      for (const reader of self.readers) reader.stale();
    },
  };
  const result = () => {
    if (failure) throw failure.error;
    return value;
  };
  return {
    get value() {
      read(self);
      return result();
    },
    peek() {
      self.refresh();
      return result();
    },
  };
}

/**
 * Runs `use` now and after every change of the signals that it has read, until the returned
 * function is called.
 */
export function effect(use: () => unknown): () => void {
  let cleanUp: unknown;
  let isEnded = false;
  const follower = observer(() => later(rerun));

  function clean(): void {
    const last = cleanUp;
    cleanUp = undefined;
    if (typeof last === 'function') batch(() => untracked(() => last()));
  }
  function end(): void {
    isEnded = true;
    follower.end();
    clean();
  }
  const run = () =>
    batch(() => {
      clean();
      if (isEnded) return;
      cleanUp = follower.track(use);
      if (isEnded) end(); // ended during its own run
    });
  const rerun = () => {
    if (!isEnded && follower.hasChanged()) run();
  };
  try {
    run();
  } catch (error) {
    end();
    throw error;
  }
  return end;
}
