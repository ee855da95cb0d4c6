/** Every public name, once. A rebrand edits this file and the CSS prefix in `ui/theme/contract.css.ts`. */
export const brand = {
  /** The only global: `window.PenguinSupport`. */
  global: 'PenguinSupport',
  /** Custom elements: `<penguin-help-center>`. */
  element: 'penguin',
  /** Keys in web storage: `penguin-support:visitor`. */
  storage: 'penguin-support',
  /** Where requests go by mail until the host says otherwise. */
  email: 'support@penguinmails.com',
  /** Base addresses of the API; keys that start with `pk_test_` use the sandbox. */
  api: 'https://api.penguinmails.com/v1/',
  sandboxApi: 'https://sandbox-api.penguinmails.com/v1/',
  help: 'https://help.penguinmails.com/',
} as const;

/** Replaced at build time by the version of package.json. */
export const version: string = __VERSION__;

declare const __VERSION__: string;
