import { parseConfig, type SupportConfig } from '../config.ts';
import type { Launcher } from '../shell/launcher.ts';
import type { Support } from '../support.ts';
import { assembleSupport } from './assembleSupport.ts';

/**
 * Takes over the launcher from the front door.
 * @throws ConfigurationError for a wrong option
 */
export function startApp(config: SupportConfig, launcher: Launcher): Support {
  return assembleSupport(parseConfig(config), launcher);
}
