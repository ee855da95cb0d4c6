import type { SupportConfig } from '../config.ts';
import { warn } from '../core/debug.ts';
import { readConfig } from '../readConfig.ts';
import { handOver, notStarted } from '../report.ts';
import { place } from '../shell/host.ts';
import type { Launcher } from '../shell/launcher.ts';
import type { Support } from '../support.ts';
import { assembleSupport } from './assembleSupport.ts';

/**
 * Takes over the launcher from the front door, and reports wrong options.
 * @throws PenguinMailsError `NOT_STARTED`, which was passed to `onError`
 */
export function startApp(config: SupportConfig, launcher: Launcher): Support {
  const read = readConfig(config);
  try {
    // With this property, no promise with an object would resolve, and nothing could load.
    const { then }: { then?: unknown } = {};
    if (then instanceof Function) throw new Error('Object.prototype.then is set');
    place(launcher.host, read.options); // it was placed by options that were not validated
    return assembleSupport(read, launcher);
  } catch (cause) {
    const error = notStarted(cause);
    handOver(error, read.options.onError); // the front door writes it to the console
    throw error;
  }
}

/** Runs the queued calls. If one throws, the others still run. */
export function runAll(calls: readonly ((app: Support) => void)[], app: Support): void {
  for (const call of calls) {
    try {
      call(app);
    } catch (cause) {
      warn('A queued call threw.', cause);
    }
  }
}
