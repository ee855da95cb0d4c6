import type { SupportConfig } from '../config.ts';
import { readConfig } from '../readConfig.ts';
import { notStarted } from '../report.ts';
import { place } from '../shell/host.ts';
import type { Launcher } from '../shell/launcher.ts';
import type { Support } from '../support.ts';
import { assembleSupport } from './assembleSupport.ts';

/**
 * Takes over the launcher from the front door, and reports what is wrong in the options.
 * @throws PenguinMailsError `NOT_STARTED`, which is reported already
 */
export function startApp(config: SupportConfig, launcher: Launcher): Support {
  const read = readConfig(config);
  try {
    place(launcher.host, read.options); // it was placed by options that nothing had checked
    return assembleSupport(read, launcher);
  } catch (cause) {
    throw notStarted(cause, read.options.onError);
  }
}
