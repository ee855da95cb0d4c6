import type { Command, CommandFunction } from '../commands.ts';
import { type Chunks, type FrontDoor, openFrontDoor } from '../frontDoor.ts';
import type { Support, SupportConfig } from '../index.ts';
import { readOptions } from './options.ts';

/** File names next to this script, which the build inserts. */
declare const __APP_FILE__: string;
declare const __IDLE_FILE__: string;
declare const __HOME_FILE__: string;

// A form named `currentScript` hides the property of the document, and MooTools removes it. It is
// null if a tag manager runs the code, and another tag if the code is part of a bundle.
const ours = 'script[data-api-key],[src*="support.js"]';
const found = document.querySelector<HTMLScriptElement>(ours);
const running = Object(window.document.currentScript);
const script: HTMLScriptElement | null =
  running.src && (!found || running.matches(ours)) ? running : found;

function chunksOf(config: SupportConfig): Chunks {
  const at = (file: string) =>
    new URL(file, new URL(config.chunks ?? script?.src ?? '', location.href)).href;
  // Retries with the same address, because chunks import each other by it, and a second copy would
  // not share state.
  const load = async (file: string, url = at(file)) =>
    import(/* @vite-ignore */ url).catch(() => import(/* @vite-ignore */ url));
  return {
    app: () => load(__APP_FILE__),
    async idle(door, ...failure) {
      const urls = [__APP_FILE__, __HOME_FILE__].map(at);
      (await load(__IDLE_FILE__)).furnish(door, config, { urls, nonce: script?.nonce }, ...failure);
    },
  };
}

const stub = window.PenguinSupport;
if (!stub?.loaded) {
  let queue: Iterable<unknown>[] = [];
  let door: FrontDoor | undefined;

  const command: CommandFunction = (...args: Command) => take(args);
  function take(args: Iterable<unknown>): unknown {
    const [first, ...values] = args;
    const name = `${first}`;
    if (name === 'init') {
      const config: SupportConfig = Object(values)[0] ?? {}; // the app validates it
      const chunks = chunksOf(config);
      try {
        door ??= openFrontDoor(config, chunks);
      } catch (cause) {
        chunks.idle(undefined, cause, queue);
      }
      queue.splice(0).forEach(take);
    } else if (name === 'destroy') {
      door?.destroy();
      door = undefined;
      queue = [];
    } else if (!door) queue.push(args);
    else {
      const app = door.app();
      const run = (support: Support): unknown => {
        const member = Object(support)[name];
        return member?.call ? member(...values) : member;
      };
      if (app) return run(app);
      if (/^(sh|hi)/.test(name)) door.launcher.setVisible(name === 'show');
      // Recognized by their first letters, because full names cost bytes on every page. Methods
      // that open the panel: open, openArticle, newTicket, search, toggle.
      if (/^(op|ne|sea|to)/.test(name)) door.open(run);
      // Methods that can wait for the code. Others need it immediately; an unknown one needs it for
      // its error.
      else door.later(run, /^(cl|sh|hi|pr|su|id|on|set[CI])/.test(name));
    }
  }
  command.loaded = true;
  window.PenguinSupport = command;

  const options = readOptions(script);
  if (options) take(['init', options]);
  if (stub) stub.q?.forEach(take);
  // Without options, the idle code reports this once, unless `init` is called soon.
  else if (!door) chunksOf({}).idle();
}
