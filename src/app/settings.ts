import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { PenguinMailsError } from '../baseError.ts';
import type { SupportConfig } from '../config.ts';
import { merged, type ReadConfig, readChanges } from '../readConfig.ts';
import { handOver, report } from '../report.ts';

/** The options of one instance. A wrong option is reported and ignored; the others apply. */
export interface Settings {
  /** The options at the start. */
  hostConfig: Readonly<SupportConfig>;
  now: ReadonlySignal<Readonly<SupportConfig>>;
  /** Applies the valid changes and returns them. */
  change(changes: Partial<SupportConfig>): Readonly<SupportConfig>;
  /** Reports the wrong options and returns the others. */
  accept(read: ReadConfig): Readonly<SupportConfig>;
  report(error: PenguinMailsError): void;
  /** Passes mistakes that were already written to the console to `onError`. */
  notify(error: PenguinMailsError): void;
}

export function createSettings(first: ReadConfig): Settings {
  const hostConfig = first.options;
  const now = signal(hostConfig);
  const reportError = (error: PenguinMailsError) => report(error, now.peek().onError);

  function accept({ options, wrong }: ReadConfig): Readonly<SupportConfig> {
    if (wrong.length > 0) {
      // Pages with valid options do not need to load the messages.
      import('../configErrors.ts').then(
        ({ errorOf, isOfAnotherTool }) => {
          for (const one of wrong) if (!isOfAnotherTool(one)) reportError(errorOf(one));
        },
        () => {}, // only the explanation is missing
      );
    }
    return options;
  }

  accept(first);
  return {
    hostConfig,
    now,
    change(changes) {
      const right = accept(readChanges(changes));
      now.value = merged(now.peek(), right);
      return right;
    },
    accept,
    report: reportError,
    notify: (error) => handOver(error, now.peek().onError),
  };
}
