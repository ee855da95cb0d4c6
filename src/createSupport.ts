import { assembleSupport } from './app/assembleSupport.ts';
import type { SupportConfig } from './config.ts';
import { PenguinMailsError, typed } from './errors.ts';
import { readConfig } from './readConfig.ts';
import { report } from './report.ts';
import { createLauncher } from './shell/launcher.ts';
import type { Support } from './support.ts';

/**
 * Puts a support widget on the page. The floating button shows at once; the panel is fetched when
 * a press is near, when the page is idle, or by `open`.
 *
 * A wrong option does not throw: it is written to the console, handed to `onError`, and ignored. A wrong
 * `apiKey` or `baseUrl` lets requests go by mail. To be strict, see `checkConfig`.
 * @throws PenguinMailsError `NO_DOCUMENT` outside of a browser, `NOT_STARTED` where the page has broken what it stands on
 */
export function createSupport(config: SupportConfig = {}): Support {
  if (typeof document === 'undefined') {
    throw new PenguinMailsError(
      'createSupport needs a browser, and there is no document here. On a server, call it later: in an effect, or when the component has mounted.',
      { code: 'NO_DOCUMENT' },
    );
  }
  const read = readConfig(config);
  const launcher = createLauncher(read.options);
  try {
    return assembleSupport(read, launcher);
  } catch (cause) {
    launcher.destroy();
    const error = new PenguinMailsError(`The widget could not start: ${typed(cause).message}`, {
      code: 'NOT_STARTED',
      cause,
    });
    report(error, read.options.onError);
    throw error;
  }
}
