import type { SupportConfig } from '../config.ts';
import { PenguinMailsError, typed } from '../errors.ts';
import { createSettings } from '../settings.ts';
import type { Launcher } from '../shell/launcher.ts';
import type { Support } from '../support.ts';
import { assembleSupport } from './assembleSupport.ts';

/**
 * Takes over the launcher from the front door. Wrong options are reported and ignored.
 * @throws PenguinMailsError `NOT_STARTED` where the page has broken what the widget stands on
 */
export function startApp(config: SupportConfig, launcher: Launcher): Support {
  const settings = createSettings(config);
  try {
    return assembleSupport(settings, launcher);
  } catch (cause) {
    const error = new PenguinMailsError(`The widget could not start: ${typed(cause).message}`, {
      code: 'NOT_STARTED',
      cause,
    });
    settings.report(error);
    throw error;
  }
}
