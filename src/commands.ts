import type { SupportConfig } from './config.ts';
import type { Support } from './support.ts';

type Methods = {
  [Name in keyof Support as Support[Name] extends (...args: never[]) => unknown
    ? Name
    : never]: Support[Name];
};

/**
 * The commands of `PenguinSupport(…)`: `init` with options, or a method of `Support` with its
 * arguments.
 */
export type Command =
  | ['init', SupportConfig?]
  | { [Name in keyof Methods]: [Name, ...Parameters<Methods[Name]>] }[keyof Methods];

/** The global function. Before the script has loaded, the page's stub collects calls in `q`. */
export interface CommandFunction {
  (...command: Command): unknown;
  q?: Iterable<unknown>[];
  /** Set by the script, so that a second tag on the page has no effect. */
  loaded?: boolean;
}

declare global {
  interface Window {
    PenguinSupport?: CommandFunction;
  }
}
