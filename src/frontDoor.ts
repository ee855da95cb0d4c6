import { storagePrefix, supportEmail } from './brand.ts';
import type { SupportConfig } from './config.ts';
import { createLauncher, type Launcher } from './shell/launcher.ts';
import type { Support } from './support.ts';

export type Call = (app: Support) => void;

/** The code behind the front door. */
export interface Chunks {
  app(): Promise<{
    startApp(config: SupportConfig, launcher: Launcher): Support;
    /** Runs what waited for the app; a call that throws costs no other. */
    runAll(calls: readonly Call[], app: Support): void;
  }>;
  /** Fetched beside the app when the panel is about to open; the app then finds it loaded. */
  panel(): Promise<unknown>;
  /** Runs once the page is idle; without a door, where the page has given no options. */
  idle(door?: FrontDoor, ...failure: Failure): Promise<void>;
}

/** Why this page cannot have a button, and the commands to answer without one. */
export type Failure = [cause?: unknown, waiting?: Iterable<unknown>[]];

export interface FrontDoor {
  launcher: Launcher;
  /** The whole widget, once its code has loaded. */
  app(): Support | undefined;
  /** Runs `use` once the code has loaded, which it starts unless `isQuiet`. */
  later(use: Call, isQuiet?: boolean): void;
  /** The same for what opens the panel: the button shows it at once. */
  open(use: Call): void;
  destroy(): void;
}

/**
 * Shows the floating button, and stands for the whole widget until its code has loaded: when a press is
 * near, by a method that needs it, or when the page is idle for a visitor who has written something.
 */
export function openFrontDoor(config: SupportConfig, chunks: Chunks): FrontDoor {
  let launcher: Launcher;
  try {
    launcher = createLauncher(config);
  } catch {
    launcher = createLauncher({}); // the app names the option that cannot be read or used
  }
  // The page's, until the app knows the language.
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

  /** Without the app the button writes a mail. The next press tries to load the app again. */
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
    launcher.setOpen(next); // shows at once, on a slow line too
  }

  launcher.on.intent = () => {
    load();
    chunks.panel().catch(() => {}); // the app tries again, and reports it
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
        // Closed again by a press, or answered by a mail: the panel must not open later, unasked.
        waiting.push((loaded) => isOpening && use(loaded));
      }
    },
    destroy() {
      isDestroyed = true;
      (app ?? launcher).destroy();
    },
  };
  // Safari has no idle callbacks, and a busy page is never idle. What is left of one after `destroy` does nothing.
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run));
  whenIdle(
    () => {
      if (!isDestroyed) chunks.idle(door).catch(() => {}); // a press loads the rest all the same
    },
    { timeout: 2_000 },
  );
  return door;
}

/** Names of what this browser holds of visitors: ids, drafts, and what waits to be sent. */
export function storedNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(storagePrefix));
  } catch {
    return []; // storage is blocked
  }
}
