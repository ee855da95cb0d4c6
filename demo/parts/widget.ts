import type { CommandFunction } from '../../src/commands.ts';

/** The stub that queues calls in `q` before the script has loaded. */
const stub: CommandFunction = (...values) => {
  stub.q ??= [];
  stub.q.push(values);
};
window.PenguinSupport ??= stub;

/** Calls a method of the widget. Calls before its script has loaded are queued. */
export const command: CommandFunction = (...values) => window.PenguinSupport?.(...values);

/** Loads the widget on a page whose HTML does not. */
export function loadWidget(): void {
  const script = document.createElement('script');
  script.src = '/embed/support.js';
  script.async = true;
  document.head.append(script);
}
