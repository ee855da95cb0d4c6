/** A signal or a computed value, as its readers use it. */
export interface Source {
  /** Increases with every change. */
  version: number;
  readers: Set<Reader>;
  /** Computes the value again if one of its dependencies has changed. */
  refresh(): void;
  /** Follows its own sources while it has readers itself. */
  follow?(isRead: boolean): void;
}

/** A computed value, an effect, or a rendered component. It depends on sources. */
export interface Reader {
  /** The sources of the latest run, with the versions that were read. */
  sources: Map<Source, number>;
  isFollowing: boolean;
  /** Called when a source may have changed. */
  stale(): void;
}

/** Maximum number of rounds of effects that trigger each other. */
const maxRounds = 100;

let running: Reader | undefined;
let depth = 0;
/** Counts the changes of all signals. */
let clock = 0;
let due = new Set<() => void>();

export function link(source: Source, reader: Reader): void {
  source.readers.add(reader);
  if (source.readers.size === 1) source.follow?.(true);
}

export function unlink(source: Source, reader: Reader): void {
  if (source.readers.delete(reader) && source.readers.size === 0) source.follow?.(false);
}

export function read(source: Source): void {
  source.refresh();
  if (!running || running.sources.has(source)) return;
  running.sources.set(source, source.version);
  if (running.isFollowing) link(source, running);
}

/** Runs `use`. The sources that it reads replace the sources of the reader. */
export function track<T>(reader: Reader | undefined, use: () => T): T {
  const outer = running;
  const before = reader?.sources;
  if (reader) reader.sources = new Map();
  running = reader;
  try {
    return use();
  } finally {
    running = outer;
    if (reader && before) {
      for (const source of before.keys()) {
        if (!reader.sources.has(source)) unlink(source, reader);
      }
    }
  }
}

export function hasChanged(reader: Reader): boolean {
  for (const [source, version] of reader.sources) {
    source.refresh();
    if (source.version !== version) return true;
  }
  return false;
}

/** Marks a signal as changed, and notifies its readers. */
export function changed(source: Source): void {
  source.version++;
  clock++;
  batch(() => {
    for (const reader of source.readers) reader.stale();
  });
}

/** Returns the number of changes of all signals. */
export const changes = (): number => clock;

/** Schedules an effect for the end of the batch. It runs once. */
export const later = (run: () => void) => due.add(run);

/** Runs `use` without tracking what it reads. */
export const untracked = <T>(use: () => T): T => track(undefined, use);

/** Runs `use`, and then, once, all effects that depend on its changes. */
export function batch<T>(use: () => T): T {
  depth++;
  try {
    return use();
  } finally {
    try {
      if (depth === 1) settle();
    } finally {
      depth--;
    }
  }
}

/** Runs the effects that are due. An error in one does not stop the others. */
function settle(): void {
  const errors: unknown[] = [];
  for (let round = 0; due.size > 0; round++) {
    const now = due;
    due = new Set();
    if (round > maxRounds) throw new Error('Endless effects.');
    for (const run of now) {
      try {
        run();
      } catch (error) {
        errors.push(error);
      }
    }
  }
  if (errors.length > 0) throw errors[0];
}

/** A reader that other code renders or runs. `stale` notifies that code. */
export interface Observer {
  /** Runs `use` and tracks what it reads. */
  track<T>(use: () => T): T;
  hasChanged(): boolean;
  /** Returns whether the latest run has read anything. */
  isUsed(): boolean;
  end(): void;
}

export function observer(stale: () => void): Observer {
  const self: Reader = { sources: new Map(), isFollowing: true, stale };
  return {
    track: (use) => track(self, use),
    hasChanged: () => hasChanged(self),
    isUsed: () => self.sources.size > 0,
    end() {
      for (const source of self.sources.keys()) unlink(source, self);
      self.sources.clear();
    },
  };
}
