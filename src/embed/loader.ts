import { supportEmail } from '../brand.ts';
import type { SupportConfig } from '../index.ts';
import { createLauncher, type Launcher } from '../shell/launcher.ts';
import type { Command, CommandFunction } from './commands.ts';
import { readOptions } from './options.ts';

/** File name of the app beside this script, put in by the build. */
declare const __APP_ENTRY__: string;

type Run = (command: ArrayLike<unknown>) => unknown;

// A form named `currentScript` would hide the property of the document itself.
const found = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get?.call(
  document,
);
const script = found instanceof HTMLScriptElement ? found : null;

const stub = window.PenguinSupport;
if (!stub?.loaded) {
  const queue: ArrayLike<unknown>[] = [];
  let launcher: Launcher | undefined;
  let run: Run | undefined;

  const begin = (options: SupportConfig = {}) => {
    if (launcher) return;
    const mine = createLauncher(options);
    let loading = false;
    let pressed = false;
    launcher = mine;

    const bring = (retry: string) =>
      import(/* @vite-ignore */ new URL(__APP_ENTRY__ + retry, script?.src ?? location.href).href);
    const load = () => {
      if (loading) return;
      loading = true;
      bring('')
        .catch(() => bring('?retry'))
        .then((app) => {
          run = app.start(options, mine, () => {
            launcher = run = undefined;
          });
          for (const command of queue.splice(0)) run?.(command);
          if (pressed) mine.on.press();
        })
        .catch((cause) => {
          // Without the app the button still writes a mail.
          mine.setOpen(false);
          mine.on.press = () => {
            location.href = `mailto:${options.email ?? supportEmail}?subject=%5BSupport%5D%20General`;
          };
          if (pressed) mine.on.press();
          reportError(cause);
        });
    };
    mine.on.intent = load;
    mine.on.press = () => {
      pressed = !pressed;
      mine.setOpen(pressed); // the press shows at once, on a slow line too
      load();
    };
    if (queue.length > 0) load();
    else if ('requestIdleCallback' in self) requestIdleCallback(load, { timeout: 5_000 });
    else setTimeout(load, 2_000);
  };

  const command: CommandFunction = (...given: Command) => take(given);
  function take(given: ArrayLike<unknown>): unknown {
    if (given[0] === 'init') return begin(Object(given[1] ?? {}));
    if (run) return run(given);
    queue.push(given);
    if (launcher) launcher.on.intent();
  }
  command.loaded = true;
  window.PenguinSupport = command;

  const options = readOptions(script);
  if (options) begin(options);
  for (const given of stub?.q ?? []) take(given);
}
