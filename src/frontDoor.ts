import { storagePrefix, supportEmail } from './brand.ts';
import type { SupportConfig } from './config.ts';
import { createLauncher, type Launcher } from './shell/launcher.ts';
import type { Support } from './support.ts';

export type Call = (app: Support) => void;

/** The code behind the front door. */
export interface Chunks {
  app(): Promise<{
    startApp(config: SupportConfig, launcher: Launcher): Support;
    /** Runs the queued calls. If one throws, the others still run. */
    runAll(calls: readonly Call[], app: Support): void;
  }>;
  /**
   * Loads the panel in parallel to the app when the panel is about to open. Not set if the app
   * includes it.
   */
  panel?(): Promise<unknown>;
  /** Runs when the page is idle. Called without a door if the page has given no options. */
  idle(door?: FrontDoor, ...failure: Failure): Promise<void>;
}

/** The reason why this page cannot have a button, and the commands to handle without one. */
export type Failure = [cause?: unknown, waiting?: Iterable<unknown>[]];

export interface FrontDoor {
  launcher: Launcher;
  /** The whole widget, once its code has loaded. */
  app(): Support | undefined;
  /** Runs `use` when the code has loaded. Starts loading it, unless `isQuiet`. */
  later(use: Call, isQuiet?: boolean): void;
  /** Like `later`, for calls that open the panel. The button shows the open state immediately. */
  open(use: Call): void;
  destroy(): void;
}

/**
 * Shows the floating button, and represents the whole widget until its code has loaded. The code
 * loads when a press is likely, when a method needs it, or when the page is idle for a visitor who
 * has written something.
 */
export function openFrontDoor(config: SupportConfig, chunks: Chunks): FrontDoor {
  let launcher: Launcher;
  try {
    launcher = createLauncher(config);
  } catch {
    launcher = createLauncher({}); // the app reports the option that cannot be read or used
  }
  // Uses the direction of the page until the app knows the language.
  launcher.host.dir = document.querySelector('html')?.dir ?? '';

  const waiting: Call[] = [];
  let app: Support | undefined;
  let isLoading = false;
  let isReported = false;
  let isOpening = false;
  let isDestroyed = false;

  function load(): void {
    if (isLoading || isDestroyed) return;
    isLoading = true;
    chunks
      .app()
      .then((code) => {
        if (isDestroyed) return;
        app = code.startApp(config, launcher);
        code.runAll(waiting.splice(0), app);
        // Opened by a press, not by a call.
        if (isOpening && !app.isOpen) launcher.on.press();
      })
      .catch(writeMail);
  }

  /** Without the app, the button opens a mail. The next press tries to load the app again. */
  function writeMail(cause: unknown): void {
    if (isDestroyed) return;
    if (isOpening) {
      location.href = `mailto:${config.email ?? supportEmail}?subject=%5BSupport%5D`;
    }
    setOpening(false);
    isLoading = false;
    if (!isReported) console.error('[support-widget] Mail only, see "chunks"', cause);
    isReported = true;
  }

  function setOpening(next: boolean): void {
    isOpening = next;
    launcher.setOpen(next); // visible immediately, also on a slow connection
  }

  launcher.on.intent = () => {
    load();
    chunks.panel?.().catch(() => {}); // the app retries and reports it
  };
  launcher.on.press = () => {
    setOpening(!isOpening);
    launcher.on.intent();
  };

  function later(use: Call, isQuiet?: boolean): void {
    if (app) {
      use(app);
      return;
    }
    waiting.push(use);
    if (!isQuiet) load();
  }

  const door: FrontDoor = {
    launcher,
    app: () => app,
    later,
    open(use) {
      launcher.on.intent();
      if (app) use(app);
      else {
        setOpening(true);
        // It may have been closed by a press, or replaced by a mail. Then the panel must not open
        // later.
        waiting.push((loaded) => isOpening && use(loaded));
      }
    },
    destroy() {
      isDestroyed = true;
      (app ?? launcher).destroy();
    },
  };
  // Safari has no idle callbacks, and a busy page is never idle. A callback that runs after
  // `destroy` has no effect.
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run));
  whenIdle(
    () => {
      if (!isDestroyed) chunks.idle(door).catch(() => {}); // a press loads the rest anyway
    },
    { timeout: 2_000 },
  );
  return door;
}

/** Returns the names of stored data about visitors: ids, drafts, and the outbox. */
export function storedNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(storagePrefix));
  } catch {
    return []; // storage is blocked
  }
}
