import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { SupportConfig } from './config.ts';
import { printError, warnOnce } from './core/debug.ts';
import type { PenguinMailsError } from './errors.ts';
import { merged, type ReadConfig, readChanges, readConfig } from './readConfig.ts';

/** The options of one instance. What is wrong in them is reported, and costs nothing but itself. */
export interface Settings {
  /** As they were at the start. */
  given: Readonly<SupportConfig>;
  now: ReadonlySignal<Readonly<SupportConfig>>;
  /** Takes over what is right of the changes, and returns that. */
  change(changes: Partial<SupportConfig>): Readonly<SupportConfig>;
  /** Reports what is wrong in arguments of another method, and returns the rest. */
  accept(read: ReadConfig): Readonly<SupportConfig>;
  /** Writes an error to the console, once, and gives it to the page's `onError`. Never throws. */
  report(error: PenguinMailsError): void;
}

export function createSettings(config: SupportConfig): Settings {
  const { options: given, errors } = readConfig(config);
  const now = signal(given);

  function report(error: PenguinMailsError): void {
    printError(error);
    try {
      now.peek().onError?.(error);
    } catch (cause) {
      warnOnce('Your onError threw.', cause);
    }
  }

  function accept(read: ReadConfig): Readonly<SupportConfig> {
    for (const error of read.errors) report(error);
    return read.options;
  }

  for (const error of errors) report(error);
  return {
    given,
    now,
    change(changes) {
      const right = accept(readChanges(changes));
      now.value = merged(now.peek(), right);
      return right;
    },
    accept,
    report,
  };
}
