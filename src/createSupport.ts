import { assembleSupport } from './app/assembleSupport.ts';
import { parseConfig, type SupportConfig } from './config.ts';
import { createLauncher } from './shell/launcher.ts';
import type { Support } from './support.ts';

/**
 * Puts a support widget on the page. The floating button shows at once; the panel is fetched when
 * a press is near, when the page is idle, or by `open`.
 * @throws ConfigurationError for a wrong option
 */
export function createSupport(config: SupportConfig = {}): Support {
  const settings = parseConfig(config);
  return assembleSupport(settings, createLauncher(settings));
}
